/** Towns of up to five letters. Other short words in capitals, without date or agency, are taken for acronyms. */
export const shortTowns = new Set(
  'ADEN BAKU BARI BERN BONN BREST CALI CORK DILI DOHA GAZA GRAZ JUBA KIEL KIEV KYIV LIMA LINZ LODZ LOME LVIV LYON MALE METZ NICE OSLO PISA PUNE RIGA ROME SUVA TUNIS ULM VADUZ YORK'.split(
    ' ',
  ),
);

/** Places that newspapers of Asia, Africa and the Gulf print before a colon. Speakers of transcripts are printed so, too. */
export const colonTowns = new Set(
  `ABU DHABI | ABUJA | ACCRA | ADDIS ABABA | AHMEDABAD | AMMAN | AMRITSAR | ANKARA | BAGHDAD | BANGKOK | BEIJING | BEIRUT | BENGALURU
   BERLIN | BHOPAL | BRUSSELS | CAIRO | CHANDIGARH | CHENNAI | COLOMBO | DAMASCUS | DHAKA | DOHA | DUBAI | GAZA | GENEVA | GEORGE TOWN
   GUWAHATI | HANOI | HONG KONG | HYDERABAD | ISLAMABAD | ISTANBUL | JAIPUR | JAKARTA | JAMMU | JEDDAH | JERUSALEM | JOHANNESBURG
   JOHOR BARU | KABUL | KAMPALA | KANPUR | KARACHI | KATHMANDU | KHARTOUM | KOCHI | KOLKATA | KOTA KINABALU | KUALA LUMPUR | KUCHING
   KUWAIT CITY | KYIV | LAGOS | LAHORE | LONDON | LUCKNOW | MANAMA | MANILA | MECCA | MOSCOW | MUMBAI | MUSCAT | MYSURU | NAGPUR | NAIROBI
   NEW DELHI | NEW YORK | NOIDA | PARIS | PATNA | PESHAWAR | PETALING JAYA | PUNE | QUETTA | RANCHI | RAWALPINDI | RIYADH | SEOUL
   SHIMLA | SINGAPORE | SRINAGAR | SYDNEY | TEHRAN | THIRUVANANTHAPURAM | TOKYO | TRIPOLI | TUNIS | UNITED NATIONS | VIENNA
   VISAKHAPATNAM | WASHINGTON | YANGON`.split(/\s*[|\n]\s*/),
);

/** Places that Arabic newspapers print beside the name of a reporter. */
export const arabicTowns = new Set(
  `القاهرة | الإسكندرية | بيروت | دمشق | حلب | بغداد | أربيل | البصرة | الرياض | جدة | مكة المكرمة | المدينة المنورة | الدمام | دبي | أبوظبي | أبو ظبي
   الشارقة | الدوحة | الكويت | المنامة | مسقط | عمان | عمّان | القدس | القدس المحتلة | غزة | رام الله | تونس | الجزائر | الرباط | الدار البيضاء
   طرابلس | بنغازي | الخرطوم | صنعاء | عدن | نواكشوط | مقديشو | باريس | لندن | واشنطن | نيويورك | موسكو | كييف | برلين | أنقرة | إسطنبول | اسطنبول
   طهران | بروكسل | جنيف | مدريد | روما | فيينا | بكين | طوكيو | نيودلهي | إسلام آباد | كابل | كابول | الأمم المتحدة`.split(
    /\s*[|\n]\s*/,
  ),
);

/** Labels that are also printed in capitals before a dash. */
export const labels =
  /^(?:UPDATE|WARNING|NOTE|CORRECTION|ANALYSIS|OPINION|EXCLUSIVE|BREAKING|WATCH|LISTEN|PHOTOS?|VIDEO|RELATED|READ|EDITOR|SPOILER|ALERT|URGENT|ATTENTION|FACTBOX|TIMELINE|EXPLAINER|INTERVIEW|POLL|REVIEW|PREVIEW|RESULTS?|SCORES?|QUESTION|ANSWER|FILE|BC|TOP|NEWS|LIVE|MORE|PLEASE|CLICK|SUMMARY|BACKGROUND|CONTEXT)\b/;
