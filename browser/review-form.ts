/**
 * Around the form of a review: keeps what is typed in this browser until it is published, and shows how the words
 * will look. Without it the form works all the same.
 */
interface Draft {
  fields: Record<string, string>;
  /** Whether it was sent; the site then knows it, or it was lost on the way. */
  sent: boolean;
}

const PREVIEW_PAUSE = 500;
const KEEP_PAUSE = 300;
/** Never kept: what is secret, and what belongs to the page and not to its writer. */
const NOT_KEPT = new Set(['email', 'password', 'seen', 'draft']);

class ReviewDraft extends HTMLElement {
  private form: HTMLFormElement | null = null;
  private keeping = 0;
  private previewing = 0;
  private asked = 0;

  connectedCallback(): void {
    this.form = this.querySelector('form');
    if (!this.form) return;
    this.comeBack();
    this.form.addEventListener('input', () => this.typed());
    this.form.addEventListener('submit', () => this.leave());
    addEventListener('pagehide', () => this.keep());
    this.querySelector('[data-restored] button')?.addEventListener('click', () => this.afresh());
    this.form.querySelector('[name=today]')?.addEventListener('change', (event) => this.today(event));
    void this.preview();
  }

  private get key(): string {
    return `review:${this.dataset.key}`;
  }

  /** Brings back what was kept, unless the site has it or has published it. */
  private comeBack(): void {
    const draft = this.kept();
    if (!draft) return;
    const published = document.cookie.includes('review-published=');
    if (draft.sent && (published || this.dataset.kept !== undefined)) {
      if (published) this.forget();
      return;
    }
    if (JSON.stringify(draft.fields) === JSON.stringify(this.fields())) return;
    this.fill(draft.fields);
    this.querySelector('[data-restored]')?.removeAttribute('hidden');
  }

  private typed(): void {
    clearTimeout(this.keeping);
    clearTimeout(this.previewing);
    this.changed = true;
    this.keeping = window.setTimeout(() => this.keep(), KEEP_PAUSE);
    this.previewing = window.setTimeout(() => void this.preview(), PREVIEW_PAUSE);
  }
  private changed = false;

  private keep(): void {
    if (this.changed) this.store({ fields: this.fields(), sent: false });
    this.changed = false;
  }

  private leave(): void {
    clearTimeout(this.keeping);
    this.changed = false;
    // A word from an earlier publishing must not be taken for this one's.
    // biome-ignore lint/suspicious/noDocumentCookie: not every browser has a cookie store
    document.cookie = `review-published=; Max-Age=0; Path=${location.pathname}`;
    this.store({ fields: this.fields(), sent: true });
  }

  private afresh(): void {
    this.forget();
    this.form?.reset();
    this.querySelector('[data-restored]')?.setAttribute('hidden', '');
    this.form?.querySelector('textarea')?.focus();
    void this.preview();
  }

  /** Ticking "today" fills the parts of the date, where they can be changed. */
  private today(event: Event): void {
    const { checked, value } = event.target as HTMLInputElement;
    const parts = checked ? value.split('-').map((part) => String(Number(part))) : ['', '', ''];
    for (const [at, name] of ['year', 'month', 'day'].entries()) {
      const part = this.form?.elements.namedItem(name);
      if (part instanceof HTMLInputElement || part instanceof HTMLSelectElement) part.value = parts[at] ?? '';
    }
  }

  /** How the words will look, as the site itself says; offline the last answer stays. */
  private async preview(): Promise<void> {
    const text = this.form?.querySelector('textarea')?.value ?? '';
    const place = this.querySelector<HTMLElement>('.preview');
    const shown = place?.querySelector('.text');
    if (!place || !shown) return;
    const round = ++this.asked;
    if (!/[<\n]/.test(text)) {
      place.hidden = true;
      return;
    }
    const answer = await fetch('/preview', { method: 'POST', body: new URLSearchParams({ text }) }).catch(
      () => null,
    );
    if (!answer?.ok || round !== this.asked) return;
    // The site sanitises what it answers here exactly as it does what it publishes.
    shown.innerHTML = await answer.text();
    place.hidden = shown.textContent === '';
  }

  private fields(): Record<string, string> {
    const fields: Record<string, string> = {};
    for (const [name, value] of new FormData(this.form ?? undefined))
      if (typeof value === 'string' && !NOT_KEPT.has(name)) fields[name] = value;
    return fields;
  }

  private fill(fields: Record<string, string>): void {
    for (const element of this.form?.elements ?? []) {
      if (element instanceof HTMLInputElement && /radio|checkbox/.test(element.type))
        element.checked =
          element.type === 'radio' ? fields[element.name] === element.value : element.name in fields;
      else if (
        (element instanceof HTMLInputElement ||
          element instanceof HTMLTextAreaElement ||
          element instanceof HTMLSelectElement) &&
        element.name in fields
      )
        element.value = fields[element.name] ?? '';
    }
    for (const details of this.querySelectorAll('details'))
      if (details.querySelector('input, select') && (fields.title || fields.tags || fields.language))
        details.open = true;
  }

  private kept(): Draft | null {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? 'null') as Draft | null;
    } catch {
      return null;
    }
  }

  private store(draft: Draft): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(draft));
    } catch {
      // A browser that keeps nothing, or is full: the site keeps the words from the first sending on.
    }
  }

  private forget(): void {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // There is nothing to forget where nothing can be kept.
    }
  }
}

customElements.define('review-draft', ReviewDraft);
