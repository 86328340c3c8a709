/**
 * Around a box in which something is looked for: offers what may be meant while one types, as a combobox with a list
 * (ARIA 1.2). Without it the form is sent and a page answers.
 */
interface Offer {
  text: string;
  note: string;
  href: string;
}

/** Milliseconds without a key before the site is asked. */
const PAUSE = 90;

let boxes = 0;

class SearchBox extends HTMLElement {
  private readonly list = document.createElement('ul');
  private readonly said = document.createElement('span');
  private input: HTMLInputElement | null = null;
  private offers: Offer[] = [];
  private active = -1;
  private pause = 0;
  private asked: AbortController | null = null;

  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input || this.input) return;
    this.input = input;
    boxes += 1;
    this.list.id = `offers-${boxes}`;
    this.list.role = 'listbox';
    this.list.ariaLabel = this.dataset.label ?? '';
    this.list.hidden = true;
    this.said.role = 'status';
    this.said.className = 'heard';
    // A combobox is a field of text; what its keyboard says on a telephone stays.
    input.type = 'text';
    input.enterKeyHint = 'search';
    input.role = 'combobox';
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.ariaAutoComplete = 'list';
    input.setAttribute('aria-controls', this.list.id);
    this.append(this.list);
    this.close();
    // It is there before it says anything, and not on a page where nobody looks for anything.
    input.addEventListener('focus', () => this.append(this.said));
    input.addEventListener('input', (event) => {
      // What is being put together from several keys is not typed yet.
      if (!(event as InputEvent).isComposing) this.typed();
    });
    input.addEventListener('compositionend', () => this.typed());
    input.addEventListener('keydown', (event) => this.key(event));
    this.addEventListener('focusout', () => this.close());
    // The box keeps the keyboard, and a telephone its keys, until the finger is lifted.
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => this.clicked(event));
  }

  disconnectedCallback(): void {
    clearTimeout(this.pause);
    this.asked?.abort();
  }

  private typed(): void {
    clearTimeout(this.pause);
    this.asked?.abort();
    if (this.input?.value.trim() === '') this.close();
    else this.pause = window.setTimeout(() => this.ask(), PAUSE);
  }

  private async ask(): Promise<void> {
    const text = this.input?.value ?? '';
    const asked = new AbortController();
    this.asked = asked;
    try {
      const { signal } = asked;
      const answer = await fetch(`/search/suggestions?q=${encodeURIComponent(text)}`, { signal });
      const offers = answer.ok ? ((await answer.json()) as Offer[]) : [];
      if (!signal.aborted && document.activeElement === this.input) this.open(offers);
    } catch {
      // Something else was typed, or there is no connection: the form can still be sent.
    }
  }

  private open(offers: Offer[]): void {
    this.offers = offers;
    this.list.replaceChildren(...offers.map((offer, at) => this.option(offer, at)));
    this.list.hidden = offers.length === 0;
    this.choose(-1);
    const { none = '', one = '', some = '' } = this.dataset;
    const count = offers.length;
    this.said.textContent = count === 0 ? none : count === 1 ? one : some.replace('#', String(count));
    if (this.input) this.input.ariaExpanded = String(count > 0);
  }

  private option({ text, note }: Offer, at: number): HTMLElement {
    const option = document.createElement('li');
    option.id = `${this.list.id}-${at}`;
    option.role = 'option';
    option.ariaSelected = 'false';
    const name = document.createElement('b');
    name.dir = 'auto';
    name.textContent = text;
    const small = document.createElement('small');
    small.textContent = note;
    option.append(name, ' ', small);
    return option;
  }

  private close(): void {
    clearTimeout(this.pause);
    this.asked?.abort();
    this.offers = [];
    this.list.hidden = true;
    this.list.replaceChildren();
    this.said.textContent = '';
    this.choose(-1);
    if (this.input) this.input.ariaExpanded = 'false';
  }

  /** Makes an option the active one; -1 is the box itself. */
  private choose(at: number): void {
    this.active = at;
    for (const [n, option] of [...this.list.children].entries()) {
      option.ariaSelected = String(n === at);
      if (n === at) option.scrollIntoView({ block: 'nearest' });
    }
    if (at < 0) this.input?.removeAttribute('aria-activedescendant');
    else this.input?.setAttribute('aria-activedescendant', `${this.list.id}-${at}`);
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const count = this.offers.length;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && count > 0) {
      event.preventDefault();
      // Round through the options and the box.
      this.choose(((this.active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (step > 0) this.typed();
    else if (event.key === 'Escape' && count > 0) {
      event.preventDefault();
      this.close();
    } else if (event.key === 'Enter' && this.active >= 0) {
      event.preventDefault();
      this.go(this.active, event.shiftKey);
    }
  }

  private clicked(event: MouseEvent): void {
    const option = (event.target as Element).closest('[role=option]');
    const at = [...this.list.children].indexOf(option as Element);
    if (at >= 0) this.go(at, event.ctrlKey || event.metaKey || event.shiftKey);
  }

  private go(at: number, apart: boolean): void {
    const href = this.offers[at]?.href;
    if (href === undefined) return;
    if (apart) window.open(href, '_blank', 'noopener');
    else location.assign(href);
  }
}

customElements.define('search-box', SearchBox);
