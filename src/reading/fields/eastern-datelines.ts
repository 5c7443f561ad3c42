import { isAgency } from './agency-names.ts';
import { arabicTowns } from './dateline-places.ts';

/** A dateline in a script without letter case, as found at the start of a paragraph. */
export interface EasternDateline {
  text: string;
  place: string | null;
  date: string | null;
  agency: string | null;
  /** Reporters that it names. */
  byline: string | null;
  /** Length of the opening with the mark after it, in UTF-16 code units. */
  length: number;
}

const arabic = String.raw`[\p{Script=Arabic}\p{M}]+`;
const indic = String.raw`[\p{Script=Devanagari}\p{M}]+`;

const forms = [
  // (서울=연합뉴스) 홍길동 기자 = | [서울=뉴시스] 홍길동 기자 =
  /^\s*(?<text>[(（[［【](?<place>[\p{Script=Hangul}·]{2,12})[=＝](?<agency>[\p{Script=Hangul}\d]{2,8})[)）\]］】])(?:\s?(?<byline>[\p{Script=Hangul}·,\s]{2,30}(?:기자|특파원|통신원|인턴기자)))?\s*=\s*/u,
  // （中央社記者李明台北3日電）
  /^\s*[(（](?<text>(?<agency>中央社)記者(?<byline>\p{Script=Han}{2,3})(?<place>\p{Script=Han}{2,6}?)(?<date>\d{1,2}月\d{1,2}日|\d{1,2}日)[电電])[)）]\s*/u,
  // 新华社北京11月3日电（记者李明） | （中新社上海11月3日电） | 本报北京11月3日讯
  /^\s*[(（]?(?<text>(?<agency>新华社|新華社|中新社|中新网|人民网|中央社|本报|本報|法新社|路透社|路透|\p{Script=Han}{1,4}社)(?<place>\p{Script=Han}{2,6}?)(?<date>\d{1,2}月\d{1,2}日|\d{1,2}日)(?:[电電讯訊]|\s*-)(?:\s?[(（](?:记者|記者)?\s?(?<byline>[^()（）]{2,40})[)）])?)[)）]?\s*/u,
  // 記者李明／台北報導 | 【记者李明北京报道】
  /^\s*[【〔(（]?(?<text>(?:\p{Script=Han}{2,6})?[记記]者\s?(?<byline>\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4})*)\s?[／/]\s?(?<place>\p{Script=Han}{2,6}?)(?:綜合|综合)?(?:報導|报导|报道|報道))[】〕)）]?\s*/u,
  // 【東京=山田太郎】 | 【ワシントン＝AP】
  /^\s*(?<text>【(?<place>[^【】=＝\d]{1,12})[=＝](?<who>[^【】]{2,20})】)\s*/u,
  // 【ソウル共同】
  /^\s*(?<text>【(?<place>[^【】=＝]{1,12}?)(?<agency>共同|時事|ＡＦＰ時事|AFP時事|ロイター)】)\s*/u,
  // [東京 ３日 ロイター] -
  /^\s*(?<text>[[［](?<place>[\p{Script=Han}\p{Script=Katakana}ー・／/]{2,20})\s(?:(?<date>[\d０-９]{1,2}日)\s)?(?<agency>ロイター|共同|時事)[\]］])\s*[-－―–—]?\s*/u,
  // القاهرة 3 نوفمبر (رويترز) - | नई दिल्ली, 3 नवंबर (भाषा)
  new RegExp(
    String.raw`^\s*(?<text>(?<place>(?:${arabic}(?:[\s/]${arabic}){0,2}|${indic}(?:\s${indic}){0,2}))(?:\s?[,،]?\s(?<date>[\d٠-٩०-९]{1,2}\s(?:${arabic}(?:\s?/\s?${arabic})?|${indic})))?\s?[(（](?<agency>[^()（）]{2,24})[)）])\s*[-–—:.।]*\s*`,
    'u',
  ),
  // إسطنبول / محمد علي / الأناضول
  new RegExp(
    String.raw`^\s*(?<text>(?<place>${arabic}(?:\s${arabic})?)\s?/\s?(?:(?<byline>${arabic}(?:\s${arabic}){1,3})\s?/\s?)?(?<agency>الأناضول))\s*[-–—:/]?\s*`,
    'u',
  ),
  // القاهرة - أحمد منصور, as a line
  new RegExp(
    String.raw`^\s*(?<text>(?<town>${arabic}(?:\s${arabic})?)\s?[-–—:/]\s?(?<byline>${arabic}(?:\s${arabic}){1,3}))\s*$`,
    'u',
  ),
];

/** Reads a dateline of Korean, Chinese, Japanese, Arabic and Hindi copy. Undefined if the text opens otherwise. */
// "(서울=연합뉴스) 홍길동 기자 = 정부는" → { place: "서울", agency: "연합뉴스", byline: "홍길동 기자", … }
export function readEasternDateline(head: string): EasternDateline | undefined {
  // Nothing here is in Latin letters, except in brackets.
  if (/^\s*[A-Za-z]/.test(head)) return undefined;
  for (const form of forms) {
    const match = form.exec(head);
    if (!match?.groups) continue;
    const { text = '', town, who, date = null } = match.groups;
    const { place = town ?? null, byline = null } = match.groups;
    // "本报" is "our newspaper".
    const agency = /^本[报報]$/u.test(match.groups.agency ?? '') ? null : (match.groups.agency ?? null);
    if (town !== undefined && !arabicTowns.has(town)) continue;
    if (agency !== null && /[\p{Script=Arabic}\p{Script=Devanagari}]/u.test(place ?? '') && !isAgency(agency))
      continue;
    const signer = who === undefined ? {} : isAgency(who) ? { agency: who } : { byline: who };
    return {
      text,
      place,
      date,
      agency,
      byline: byline === null ? null : namesApart(byline.trim()),
      length: match[0].length,
      ...signer,
    };
  }
  return undefined;
}

/** Chinese names are written without a space inside: `王丽 李明` are two. */
function namesApart(names: string): string {
  return names.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '、');
}
