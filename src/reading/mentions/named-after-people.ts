import { fold } from '../../model/fold.ts';

/** Companies, brands and bands, common in news, whose names look like a person's full name. */
const known = new Set(
  `merrill lynch|morgan stanley|goldman sachs|smith barney|drexel burnham|drexel burnham lambert|e.f. hutton|ef hutton
  |dean witter|paine webber|kidder peabody|wood gundy|morgan grenfell|samuel montagu|james capel|barclays de zoete wedd
  |j.p. morgan|jp morgan|j.p. morgan chase|s.g. warburg|l.f. rothschild|salomon brothers|bear stearns|shearson lehman
  |lehman brothers|wells fargo|charles schwab|raymond james|edward jones|arthur andersen|price waterhouse|ernst young
  |harris upham|smith barney harris upham|fannie mae|freddie mac|sallie mae|ginnie mae|john deere|eli lilly
  |philip morris|mcdonnell douglas|lockheed martin|rolls royce|martin marietta|marks spencer|marks and spencer
  |harley davidson|hewlett packard|texas instruments|johnson johnson|louis vuitton|christian dior|hugo boss
  |calvin klein|ralph lauren|tommy hilfiger|jimmy choo|kate spade|michael kors|victoria's secret|abercrombie fitch
  |tiffany co|estee lauder|mary kay|betty crocker|aunt jemima|uncle ben|ben jerry|jack daniels|johnnie walker
  |jim beam|dr pepper|sara lee|oscar mayer|papa john|tim hortons|burger king|dairy queen|sherwin williams|jenny craig
  |amazon alexa|leo burnett|saatchi saatchi|ogilvy mather|walt disney|warner bros|notre dame|johns hopkins|carnegie mellon|duran duran|led zeppelin|pink floyd
  |lynyrd skynyrd|jethro tull|steely dan|booz allen|booz allen hamilton
  |baker mckenzie|kirkland ellis|davis polk|skadden arps|deloitte touche|chase manhattan|banque paribas
  |credit suisse|allen overy|standard chartered|royal dutch|anheuser busch|procter gamble|colgate palmolive|mckinsey co
  |best buy|crate barrel|bed bath|barnes noble|dolce gabbana|saint laurent|yves saint laurent|hermes birkin
  |aston martin|alfa romeo|mercedes benz|sinn fein|fine gael|rodong sinmun`
    .split(/\s*\|\s*/)
    .map(fold),
);

/** True for a full name that is known to be a company's, a brand's or a band's. */
// "Merrill Lynch" → true
export function isNamedAfterPeople(name: string): boolean {
  return known.has(
    fold(name)
      .replace(/['’]s?$/, '')
      .replace(/\s*(?:&|-)\s*|\s+/g, ' ')
      .trim(),
  );
}
