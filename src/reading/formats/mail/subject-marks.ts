/** Returns a subject without the marks of replies, forwarded mails and, if `isList` is true, of lists. It may be empty. */
// "Fwd: [News] Harbor bridge reopens" of a list → "Harbor bridge reopens"
export function withoutMarks(subject: string, isList: boolean): string {
  let headline = subject.replace(/\s+/g, ' ').trim();
  const mark =
    /^(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|vl|antw|doorst|enc|res|odp|pd)\s*(?:\[\d+\])?\s*:|转发：|回复：)\s*/i;
  const tag = /^\[[^\]]{1,40}\]\s*(?=\S)/;
  for (let before = ''; before !== headline; ) {
    before = headline;
    headline = headline.replace(mark, '');
    if (isList) headline = headline.replace(tag, '');
  }
  return headline;
}
