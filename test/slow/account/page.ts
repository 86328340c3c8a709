import { parse } from 'parse5';
import type { TestSite } from '../../app/site.ts';

/** A node of a page, as far as it is read here. */
export interface Node {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

export function nodesIn(node: Node): readonly Node[] {
  return node.childNodes ?? [];
}

export function attribute(node: Node | undefined, name: string): string | null {
  return node?.attrs?.find((one) => one.name === name)?.value ?? null;
}

/** The words of an element as they are read: white space folded. */
export function wordsOf(node: Node | undefined): string {
  const all = (one: Node): string => one.value ?? nodesIn(one).map(all).join('');
  return node
    ? all(node)
        .replace(/[ \t\r\n]+/g, ' ')
        .trim()
    : '';
}

/** All elements within one that have a name, or `.` and a class, or both: `p.foot`. */
export function within(node: Node, what: string): Node[] {
  const [name = '', kind] = what.split('.');
  const fits = (one: Node) =>
    (name === '' || one.nodeName === name) &&
    (kind === undefined || (attribute(one, 'class') ?? '').split(' ').includes(kind));
  return nodesIn(node).flatMap((child) => [...(fits(child) ? [child] : []), ...within(child, what)]);
}

/** How somebody asks for pages: each time from another address, as limits count by it. */
export function browser(site: TestSite, cookie?: string) {
  let asked = 0;
  const open = async (path: string): Promise<Node> => {
    asked += 1;
    const answer = await site.get(path, {
      ...(cookie ? { cookie } : {}),
      from: `198.51.${(asked >> 8) & 255}.${asked & 255}`,
      headers: { 'accept-language': 'en' },
    });
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`);
    const main = within(parse(await answer.text()) as unknown as Node, 'main')[0];
    if (!main) throw new Error(`${path} has no main element.`);
    return main;
  };
  return {
    open,
    /** A page and all that follow it, by the link that leads on. */
    async all(path: string): Promise<Node[]> {
      const pages: Node[] = [];
      for (let next: string | null = path; next !== null; ) {
        const page: Node = await open(next);
        pages.push(page);
        const links = within(page, 'a');
        next = attribute(
          links.find((link) => attribute(link, 'rel') === 'next'),
          'href',
        );
        if (pages.length > 2000) throw new Error(`${path} leads on and on.`);
      }
      return pages;
    },
  };
}

export type Browser = ReturnType<typeof browser>;
