import type { AllowedUse, Batch } from '../domain/reader.ts';
import type { UsesReach } from '../domain/rights.ts';
import { notice } from './field.ts';
import { attributes, type Html, html } from './html.ts';
import { importPage } from './import.ts';
import type { Frame } from './layout.ts';

const USES_ELSEWHERE = ['strips', 'posters'] as const;

/** Where else the reviews of an import may be shown, for whoever may say so of all of them. */
export interface ImportUses {
  batch: Batch;
  /** Whether it is the viewer's own account. */
  own: boolean;
  /** What holds so far. */
  allowed: readonly AllowedUse[];
  /** Whether the reviews have still to follow what was said last, and whether it was said just now. */
  underWay: boolean;
  done: boolean;
  /** What was ticked, and what it would do; null where nothing was asked yet. */
  chosen: {
    allowed: readonly AllowedUse[];
    same: boolean;
    /** Null where nothing would change. */
    reach: UsesReach | null;
    /** The word that is wanted for it; null where nothing is added. */
    word: string | null;
    /** Whether the word was not given. */
    wrong: boolean;
  } | null;
}

/** Asks where else they may be shown, then says what that would change and asks for it. */
export function importUsesView(frame: Frame, view: ImportUses): Html {
  const { page: w } = frame.words.imports;
  const { batch, chosen, underWay, done } = view;
  const said = underWay ? w.uses.underWay : done ? w.uses.done : null;
  return importPage(frame, {
    title: w.uses.title,
    below: html`<bdi>${batch.sourceName}</bdi>`,
    inside: html`${chosen === null && said !== null && notice(said)}${
      chosen === null ? choosing(frame, view) : deciding(frame, view, chosen)
    }<p class="doors part"><a class="door" href="/import/${batch.id}">${frame.words.imports.account.rows.back}</a></p>`,
  });
}

function choosing(frame: Frame, { batch, allowed, own }: ImportUses): Html {
  const { page: w } = frame.words.imports;
  const use = (value: (typeof USES_ELSEWHERE)[number]) =>
    html`<label class="choice"><input${attributes({ type: 'checkbox', name: 'allows', value, checked: allowed.includes(value) })}> <span>${w.preview.use[value]}</span></label>\n`;
  return html`<p>${elsewhere(frame, allowed, [w.uses.here, w.uses.now])}</p>
<form class="asking part" action="/import/${batch.id}/uses">
<input type="hidden" name="look" value="1">
<fieldset aria-describedby="uses-hint"><legend>${w.preview.uses}</legend>
${USES_ELSEWHERE.map(use)}<p class="hint" id="uses-hint">${own ? w.uses.settings : w.preview.usesHint}</p></fieldset>
<p class="doors"><button class="door first">${w.uses.look}</button></p>
</form>
`;
}

function deciding(frame: Frame, { batch, allowed: before }: ImportUses, chosen: Chosen): Html {
  const { page: w } = frame.words.imports;
  const { allowed, same, reach, word, wrong } = chosen;
  const other = html`<a class="door" href="/import/${batch.id}/uses">${w.uses.other}</a>`;
  if (same || reach === null) return html`<p>${w.uses.same}</p>\n<p class="doors">${other}</p>\n`;
  const ticked = USES_ELSEWHERE.filter((use) => allowed.includes(use)).map(
    (use) => html`<input type="hidden" name="allows" value="${use}">\n`,
  );
  const recalled = before.includes('posters') && !allowed.includes('posters');
  return html`<p>${w.uses.changes(reach.reviews, reach.more)} ${elsewhere(frame, allowed, [w.uses.hereAlone, w.uses.shownHere])}${recalled && ` ${w.uses.printed}`}</p>
${reach.apart > 0 && html`<p>${w.uses.apart(reach.apart)}</p>\n`}<form class="asking part" method="post" action="/import/${batch.id}/uses">
${ticked}${word !== null && oath(frame, word, wrong)}<p class="doors"><button class="door first">${w.uses.button}</button> ${other}</p>
</form>
`;
}

type Chosen = NonNullable<ImportUses['chosen']>;

function oath(frame: Frame, word: string, wrong: boolean): Html {
  const { page: w } = frame.words.imports;
  const tick = attributes({
    type: 'checkbox',
    id: 'given',
    name: 'word',
    value: '1',
    required: true,
    'aria-describedby': wrong ? 'word-wrong word-hint' : 'word-hint',
    'aria-invalid': wrong ? 'true' : null,
  });
  return html`<fieldset id="word"><legend>${w.preview.word}</legend>
<label class="choice"><input${tick}> <span class="oath">${word}</span></label>
${wrong && html`<p class="wrong" id="word-wrong">${w.uses.withoutWord}</p>\n`}<p class="hint" id="word-hint">${w.uses.wordHint}</p></fieldset>
`;
}

/** Where they are shown: here alone, or here and a sentence for each place elsewhere. */
function elsewhere(
  { words }: Frame,
  allowed: readonly AllowedUse[],
  [alone, here]: readonly [string, string],
): string {
  const further = USES_ELSEWHERE.filter((use) => allowed.includes(use));
  return further.length === 0 ? alone : [here, ...further.map((use) => words.imports.further[use])].join(' ');
}
