/**
 * On the page of an import that is under way: asks how far it is, so that nobody has to press the link, and goes on
 * to the report when it is done. What is read out is the sentence, when it changes.
 */
const PAUSE = 2000;

class ImportProgress extends HTMLElement {
  private timer = 0;

  connectedCallback(): void {
    this.timer = window.setTimeout(() => this.ask(), PAUSE);
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  private async ask(): Promise<void> {
    try {
      const answer = document.visibilityState === 'visible' ? await fetch(location.href) : null;
      if (answer?.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const now = page.querySelector('import-progress');
        // It has come to something else: the preview, the report, or the door.
        if (!now || heading(page) !== heading(document)) return location.replace(answer.url);
        this.tell(now);
      }
    } catch {
      // Without a connection the page stays as it is, and asks again.
    }
    this.timer = window.setTimeout(() => this.ask(), PAUSE);
  }

  /** The sentence is a live one and only changes with its words; the numbers go on quietly. */
  private tell(now: Element): void {
    const said = this.querySelector('[role=status]');
    const text = now.querySelector('[role=status]')?.textContent ?? '';
    if (said && said.textContent !== text) said.textContent = text;
    this.querySelector('.going')?.remove();
    this.append(...now.querySelectorAll('.going'));
  }
}

function heading(page: Document): string {
  return page.querySelector('h1')?.textContent ?? '';
}

customElements.define('import-progress', ImportProgress);
