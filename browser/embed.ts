import css from '../styles/embed-strip.css';

/**
 * On pages elsewhere: `<film-reviews film="heat-1995">` and `<film-programme>` become strips, and frames of strips
 * get the height of what is in them. Nothing that is in sight is moved: what has no room where it stands is opened
 * by whoever reads, or grows while it is still below the window.
 */
const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="/embed.js"]');
const home = new URL(script?.src ?? location.href).origin;

/** Options as the address takes them, each an attribute of that name. */
const OPTIONS = ['show', 'n', 'from', 'least', 'in', 'theme', 'lang', 'empty', 'venue'];

/** In less room than this (pixels) the strip is only named. */
const LITTLE_ROOM = 160;

const sheet = new CSSStyleSheet();
sheet.replaceSync(
  `${css}.strip{display:flex;flex-direction:column}.scroll{flex:1;min-block-size:0;overflow:auto}button{flex:none;margin-block-start:.5em;font:inherit;font-weight:700;line-height:1.5;color:inherit;background:none;border:0;padding:0;text-align:start;text-decoration:underline;cursor:pointer;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}`,
);

/** Whether a thing may change its height without anybody seeing others move. */
const unseen = (box: DOMRect) => box.top >= innerHeight || performance.getEntriesByType('paint').length === 0;

/** Does something once an element is below the window, if it ever is. */
const onceBelow = (element: Element, then: () => void) => {
  const watch = new IntersectionObserver(([seen]) => {
    if (!seen || seen.isIntersecting || seen.boundingClientRect.top < innerHeight) return;
    watch.disconnect();
    then();
  });
  watch.observe(element);
};

class Strip extends HTMLElement {
  static readonly observedAttributes = ['film'];
  /** How often it was asked for, so that only the last answer is shown; 0 while there is nothing to ask. */
  private asked = 0;

  connectedCallback(): void {
    // Drawn by the server: there is nothing to ask for.
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(document.createElement('slot'));
    // What the page says of its film may come after the element.
    if (document.readyState === 'loading' && this.getAttribute('film') === 'auto')
      document.addEventListener('DOMContentLoaded', () => this.ask(), { once: true });
    else this.ask();
  }

  /** A page that shows another film without being left. */
  attributeChangedCallback(): void {
    if (this.asked > 0) this.ask();
  }

  private ask(): void {
    this.asked += 1;
    // Where nothing comes, what the page itself says in its place stays.
    this.load(this.asked).catch(() => undefined);
  }

  private async load(time: number): Promise<void> {
    const named = this.localName === 'film-programme' ? 'programme' : await filmOf(this);
    if (named === null) return;
    const query = new URLSearchParams();
    for (const option of OPTIONS) {
      const value = this.getAttribute(option);
      if (value) query.set(option, value);
    }
    const speaks = this.closest('[lang]')?.getAttribute('lang');
    if (speaks && !query.has('lang')) query.set('lang', speaks);
    const answer = await fetch(`${home}/embed/${named}.html?${query}`, { credentials: 'omit' });
    const html = answer.ok || answer.status === 404 ? await answer.text() : null;
    if (html !== null && time === this.asked) this.show(html);
  }

  private show(html: string): void {
    const before = this.getBoundingClientRect();
    const strip = document.createElement('div');
    strip.className = 'strip';
    const scroll = document.createElement('div');
    scroll.className = 'scroll';
    scroll.innerHTML = html;
    strip.append(scroll);
    this.shadowRoot?.replaceChildren(strip);
    if (unseen(before)) return;
    const inside = scroll.firstElementChild as HTMLElement | null;
    strip.style.blockSize = `${before.height}px`;
    const fits = (inside?.offsetHeight ?? 0) <= before.height + 1;
    this.later(strip, fits ? () => undefined : this.closed(strip, scroll, before.height));
  }

  /** Leaves a strip in too little room, with a button that makes more; answers what undoes that. */
  private closed(strip: HTMLElement, scroll: HTMLElement, room: number): () => void {
    const inside = scroll.firstElementChild as HTMLElement | null;
    const button = document.createElement('button');
    button.textContent = inside?.dataset[room < LITTLE_ROOM ? 'open' : 'rest'] ?? '';
    strip.append(button);
    scroll.hidden = room < LITTLE_ROOM;
    scroll.tabIndex = 0;
    scroll.role = 'group';
    scroll.ariaLabel = inside?.ariaLabel ?? '';
    const open = () => {
      button.remove();
      scroll.hidden = false;
      scroll.removeAttribute('tabindex');
      scroll.removeAttribute('role');
    };
    button.onclick = () => {
      open();
      strip.style.blockSize = '';
      inside?.querySelector('a')?.focus({ preventScroll: true });
    };
    return open;
  }

  /** Takes the room it needs once nobody sees it. */
  private later(strip: HTMLElement, then: () => void): void {
    onceBelow(this, () => {
      then();
      strip.style.blockSize = '';
    });
  }
}

/** The film an element means, as the address names it; null where that is not known for sure. */
async function filmOf(element: Element): Promise<string | null> {
  const film = element.getAttribute('film') ?? '';
  if (film !== 'auto') return film && `film/${encodeURIComponent(film)}`;
  const said = new URLSearchParams(pageSays(element));
  const answer = await fetch(`${home}/embed/match?${said}`, { credentials: 'omit' });
  if (!answer.ok) return null;
  const { film: found, waits } = (await answer.json()) as { film: string | null; waits: boolean };
  // The owner of the reviews is told of a page whose film is not known for sure, and chooses.
  if (waits)
    fetch(`${home}/embed/page`, { method: 'POST', mode: 'no-cors', credentials: 'omit', body: said }).catch(
      () => 0,
    );
  return found && `film/${encodeURIComponent(found)}`;
}

type Said = Record<string, string>;

/** What the page says its film is: by its data attributes, its JSON-LD, or its heading. */
function pageSays(element: Element): Said {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? '';
  const at = canonical.startsWith(`${location.origin}/`) ? canonical : location.href;
  const said: Said = { at: at.replace(/[?#].*/s, '') };
  const { imdb, tmdb, title, year } = (element as HTMLElement).dataset;
  for (const text of document.querySelectorAll('script[type="application/ld+json"]'))
    try {
      movieIn(JSON.parse(text.textContent ?? ''), said, 0);
    } catch {
      // What is no JSON says nothing.
    }
  for (const [name, value] of Object.entries({ imdb, tmdb, title, year })) if (value) said[name] = value;
  if (!said.title) {
    const heading = (document.querySelector('h1')?.textContent ?? document.title).trim();
    const [, name, when] = /^(.*?)\s*\((\d{4})\)/s.exec(heading) ?? [];
    said.title = name ?? heading;
    if (when) said.year ??= when;
  }
  for (const name of Object.keys(said)) said[name] = said[name]?.slice(0, 300) ?? '';
  return said;
}

/** Takes from JSON-LD what it says of the first film in it. */
function movieIn(data: unknown, said: Said, depth: number): void {
  if (typeof data !== 'object' || data === null || depth > 6 || said.movie) return;
  const {
    '@type': type,
    name,
    datePublished,
    dateCreated,
    sameAs,
    url,
    director,
  } = data as Record<string, unknown>;
  if (!Array.isArray(data) && [type].flat().includes('Movie')) {
    said.movie = '1';
    if (typeof name === 'string') said.title = name;
    const year = /\d{4}/.exec(String(dateCreated ?? datePublished ?? ''))?.[0];
    if (year) said.year = year;
    const links = [sameAs, url, (data as Said)['@id']].flat().join(' ');
    const imdb = /imdb\.com\/title\/(tt\d+)/.exec(links)?.[1];
    const tmdb = /themoviedb\.org\/movie\/(\d+)/.exec(links)?.[1];
    if (imdb) said.imdb = imdb;
    if (tmdb) said.tmdb = tmdb;
    const [first] = [director].flat() as ({ name?: unknown } | string | undefined)[];
    const directed = typeof first === 'string' ? first : first?.name;
    if (typeof directed === 'string') said.director = directed;
    return;
  }
  for (const inner of Object.values(data)) movieIn(inner, said, depth + 1);
}

const stripsOf = (source?: MessageEventSource | null) =>
  [...document.querySelectorAll('iframe')].filter(
    (frame) =>
      frame.src.startsWith(`${home}/embed/`) && (source === undefined || frame.contentWindow === source),
  );

const wanted = new WeakMap<HTMLIFrameElement, number>();

addEventListener('message', ({ data, source }) => {
  if (data?.message !== 'height' || !(data.value > 0 && data.value < 20000) || data.secret) return;
  for (const frame of stripsOf(source)) {
    const apply = () => {
      frame.style.height = `${wanted.get(frame)}px`;
    };
    const waits = wanted.has(frame);
    wanted.set(frame, Math.ceil(data.value));
    if (unseen(frame.getBoundingClientRect())) apply();
    else if (!waits) onceBelow(frame, apply);
  }
});
// Frames that were there first are asked again.
for (const frame of stripsOf()) frame.contentWindow?.postMessage({ message: 'ready' }, '*');

customElements.get('film-reviews') ?? customElements.define('film-reviews', Strip);
customElements.get('film-programme') ?? customElements.define('film-programme', class extends Strip {});
