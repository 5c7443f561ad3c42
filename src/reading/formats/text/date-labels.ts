/** Words that say that a date is that of a change, by language. */
const updated = [
  String.raw`(?:last\s|first\s)?(?:updated|modified|revised|edited|update)`,
  String.raw`(?:últim[ao]\s)?(?:actualizad[oa]|actualización|atualizad[oa]|atualização)`,
  String.raw`(?:ultimo\s)?(?:aggiornat[oa]|aggiornamento)|(?:dernière\s)?mise?\sà\sjour|modifié`,
  String.raw`(?:zuletzt\s)?(?:aktualisiert|aktualisierung)|(?:laatst\s)?(?:bijgewerkt|gewijzigd)`,
  String.raw`(?:sist\s|senast\s)?(?:oppdatert|uppdaterad|opdateret)|päivitetty|muokattu`,
  'zaktualizowano|aktualizacja|aktualizováno|aktualizované|обновлено|оновлено|изменено|обновление',
  String.raw`(?:son\s)?güncellen?me|güncellendi|frissítve|actualizat|(?:τελευταία\s)?ενημ[έε]ρωση|ενημερώθηκε`,
  String.raw`diperbarui|cập\snhật|อัปเดต|آخر\sتحديث|تم\sالتحديث|تحديث|עודכן|अपडेट(?:ेड)?|अद्यतन`,
  '최종수정|수정|업데이트|最終更新|更新日時|更新日|更新时间|更新時間|更新于|更新',
];
/** Words that say that a date is that of the publication, by language. */
const published = [
  String.raw`(?:first\s|originally\s)?(?:published|posted|issued|released|created|filed)`,
  'publiée?|publicad[oa]|publicação|pubblicat[oa]|pubblicazione|veröffentlicht|erstellt|gepubliceerd|geplaatst',
  'publisert|publicerad|publicerat|udgivet|offentliggjort|julkaistu|opublikowano|dodano|vydáno|publikováno|publikované',
  String.raw`опубликовано|опубліковано|публикация|дата|yayın(?:lanma|\starihi|landı)|giriş(?:\starihi)?|közzétéve|megjelent|publicat`,
  String.raw`δημοσιε[ύυ](?:θηκε|τηκε)|δημοσίευση|dipublikasikan|tayang|ngày\sđăng|xuất\sbản|เผยแพร่`,
  String.raw`تاريخ\sالنشر|نُ?شر(?:ت)?|פורסם|प्रकाशित|पब्लिश`,
  '입력|등록|송고|발행|작성|公開日時|公開日|公開|配信|掲載|发布时间|发布|發布|発表|發表|date|fecha|data|datum|tarih',
];
/** Words between a label and its date. */
const links = 'on|at|le|el|am|il|op|em|den|på|w dniu|dnia|în|στις|pada|lúc|في|tarihi|zamanı';

/** Labels of the dates in a line, with the words up to the date. A match has the group `updated` or `published`. */
export const dateLabels = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?:(?<updated>${updated.join('|')})|(?<published>${published.join('|')}))(?:\s?(?:(?:${links})(?![\p{L}\p{M}])|:|：|\||-))*\s*`,
  'giu',
);
