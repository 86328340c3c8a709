/**
 * Words around a title that tell whether a film is meant, in the languages that reviews here are mostly written in.
 * All are asked of the text right before a span (`…$`) or right behind it (`^…`).
 */

const FILM =
  '(?:films?|movies?|pictures?|shorts?|documentar(?:y|ies)|classics?|masterpieces?|sequels?|prequels?|remakes?|reboots?|features?|westerns?|musicals?|comed(?:y|ies)|dramas?|thrillers?|filmes?|películas?|cintas?|pelis?|Films?|Filme[ns]?|Streifens?)';
const ARTICLE = '(?:(?:the|a|an|its|his|her|their|der|dem|den|das|le|la|les|el|los|o|il) )?';

/** "the film", "his masterpiece", "a film called". */
export const FILM_BEFORE = new RegExp(
  `\\b${FILM}(?:,| (?:called|titled|entitled|namens|intitulé|titulada?|chamado))? ?$`,
  'u',
);

/** What is said of a film and another: "sequel to", "double bill with", "(See also: …)". */
export const PAIRED_BEFORE = new RegExp(
  `(?:\\b(?:sequels?|prequels?|follow-?up|companion(?: piece)?|spin-?off|remakes?|reboot|re-?imagining|knock-?off|rip-?off) (?:to|of|from) ` +
    `|\\b(?:double|triple) (?:feature|bill) (?:with|along with|alongside|of)(?: either)? ` +
    `|\\b(?:back to back with|remade as|predecessor,|successor,) ` +
    `|\\b(?:followed|preceded) by (?:an? (?:\\p{L}+ )?(?:sequel|prequel)(?: called| titled| entitled)?,? )?` +
    `|\\b(?:sequel|prequel) (?:called|titled|entitled) |\\b[Ss]ee also:? ` +
    `|\\b(?:[Ff]ile|[Rr]ank|[Ss]helve|[Pp]ut) (?:this|it|that)(?: one| film)? (?:alongside|with|beside|next to|under) ` +
    `|\\b(?:Fortsetzung von|Remake von|Neuverfilmung von|suite de|remake de|secuela de|continuación de) )${ARTICLE}(?:(?:previous|earlier|original|first) )?(?:(?:18|19|20)\\d\\d )?(?:${FILM} )?$`,
  'u',
);

/** What is hardly said but of films: "starred in", "the director of", "reminiscent of". */
export const STRONG_BEFORE = new RegExp(
  `(?:\\b(?:homage|tribute|parody|premiere|set|shooting|events|version|success|ending|director|star|makers?|directors|screenplay|script),? (?:to|of|from|on|for) ` +
    `|\\b(?:paired with|opposite|starred in|stars? of|appeared in|directed|reminiscent of|known for|fresh from|success in|popularity from|later film|earlier film|previous film|later directed|since|year['’]s) ` +
    `|\\b(?:erinnert an|rappelle|recuerda a) )${ARTICLE}(?:${FILM} )?$`,
  'u',
);

/** What is said of anything, and of other films in a review: "like", "as in", "see also". */
export const WEAK_BEFORE = new RegExp(
  `(?:\\b(?:like|than|as in|see|see also|see also:|cf\\.|compare|recalls|echoes|echoing|evokes|out of|from|in|between|alongside|including|such as|unlike|following|before|watching|watched|rewatching|seen|loved|remember|pas|wie|als|comme|que|como|come|in) |also: )${ARTICLE}$`,
  'iu',
);

/** What a span is a part or a namesake of, when such words follow: "the … trilogy", "the … Universe". */
export const OTHER_AFTER =
  /^['’]?s?["”’]?[ -](?:(?:film|movie|book|comic|comics|novel|television|TV|video game|game|web|media|superhero)s? )?(?:series|franchises?|trilog(?:y|ies)|saga|quadrilogy|tetralogy|universe|cycle|films|movies|books?|novels?|comics?|characters?|toys?|dolls|game|specials?|episodes?|theme|song|soundtrack|album|festival|award|awards|prize|stor(?:y|ies)|Reihe|Serie|Trilogie|saga)\b/iu;

/** What a span is when such words lead it in: "the novel", "the song", "as the character". */
export const OTHER_BEFORE =
  /\b(?:pilot|cast|finale|novels?|novellas?|novelization|books?|plays?|poems?|songs?|singles?|ballads?|tune|waltz|arias?|albums?|operas?|ballets?|comics?|comic strip|manga|stor(?:y|ies)|tales?|sitcoms?|series|miniseries|shows?|special|episodes?|games?|articles?|magazines?|newspapers?|memoirs?|(?:auto)?biograph(?:y|ies)|autobiographical|essays?|paintings?|character|band|group|team|franchise|toy line|attraction|ship|boat|hotel|restaurant|street|nickname|mini-series|Romans?|Buch|Lied|Stück|Oper|Schiff|roman|livre|chanson|pièce|novela|libro|canción|obra|romance|livro|canção|peça)(?: of the same (?:name|title)| (?:called|titled|entitled|named|namens|intitulée?|titulada?)| of)?,? ?$/u;

/** "In the film, …": what follows is somebody in it. */
export const INSIDE_BEFORE = /\b[Ii]n (?:the|this|that) (?:film|movie|picture),? $/u;

/** What goes on behind a title as titles go on: "The Thing at the Door". */
export const GOES_ON_AFTER = /^ (?:at|of|in|on|for|from|with|to|and) (?:the |a |an )?\p{Lu}/u;

/** "as …", "plays …", "/ …": a character. */
export const ROLE_BEFORE =
  /(?:\b(?:as|plays|playing|played|named|nicknamed|dubbed|character|hero|heroine|known as|billed as) (?:the )?(?:[\p{Lu}][\p{L}.'’-]+ )*| \/ )$/u;

/** "1975's", "the 1954 Japanese film": the year said before a title. */
export const YEAR_BEFORE = new RegExp(
  `\\b((?:18|19|20)\\d\\d)(?:['’]s (?:[\\p{L}-]+ ){0,4}|(?:,)? (?:[\\p{L}-]+ ){0,6}${FILM},? |-(?:\\p{L}+) )?["“„«‘]?$`,
  'u',
);

/** "(1972)", ", from 1972", "in 1962": the year said behind a title. */
export const YEAR_AFTER =
  /^[!?.…]*["”’»›]?,? ?(?:[([]|(?:in|from|of|on \p{L}+ \d{1,2},|aus|von|de) )((?:18|19|20)\d\d)\b/u;

/** What may stand between two titles of one list. */
export const BETWEEN =
  /^[!?.…]*["”’»›]?(?: ?[([](?:18|19|20)\d\d[)\]])?,?(?: (?:and|or|und|oder|et|ou|y|o|e|to|then) | |; | \/ )["“„«‘]?$/u;

/** Words that begin a sentence with a capital and are no part of the name that follows. */
export const OPENS_SENTENCE =
  /^(?:Following|Like|Unlike|In|After|Before|Since|See|And|But|Or|With|Without|From|As|For|To|Of|On|At|By|Both|Even|Only|Where|When|While|Though|If|Not|Think|Watch|Compare|Between|Until|Is|Was|Then|Wie|Nach|Seit|In|Von|Aus|Mit|Comme|Après|Avant|Dans|Como|Tras|En|Desde|Depois|Com|Em)$/u;
