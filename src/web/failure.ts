import type { Logger } from 'pino';
import { DomainError } from '../domain/errors.ts';
import type { NearFilms } from '../domain/near.ts';
import { errorView } from '../views/error.ts';
import type { Frame } from '../views/layout.ts';
import { type Answer, page } from './route.ts';

const STATUS: Record<DomainError['kind'], number> = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  invalid: 400,
  gone: 410,
  'too-large': 413,
  'too-many': 429,
};

/** The page for an error that a person can be told about. */
function failurePage(frame: Frame, error: DomainError, near: NearFilms | null = null): Answer {
  const { errors } = frame.words;
  const status = STATUS[error.kind];
  const number = (name: string) => Number(error.details[name] ?? 0);
  switch (error.kind) {
    case 'not-found': {
      const said = errors.notFound;
      const text =
        error.code === 'film'
          ? said.film
          : error.code === 'review'
            ? said.review
            : error.code === 'member'
              ? said.member
              : said.page;
      return page(
        errorView(frame, {
          title: said.title,
          text: `${text} ${said.help}`,
          search: near?.words ?? '',
          near: near?.films ?? [],
        }),
        status,
      );
    }
    case 'forbidden': {
      const text = error.code === 'elsewhere' ? errors.forbidden.elsewhere : errors.forbidden.text;
      return page(errorView(frame, { title: errors.forbidden.title, text }), status);
    }
    case 'too-many':
      return page(
        errorView(frame, { title: errors.tooMany.title, text: errors.tooMany.text(number('seconds')) }),
        status,
      );
    case 'too-large':
      return page(
        errorView(frame, { title: errors.tooLarge.title, text: errors.tooLarge.text(number('most')) }),
        status,
      );
    case 'conflict':
      return page(errorView(frame, errors.conflict), status);
    case 'gone':
      return page(
        errorView(frame, {
          title: errors.gone.title,
          text: error.code === 'film' ? errors.gone.film : errors.gone.text,
          film: error.details.film
            ? { slug: String(error.details.film), title: String(error.details.title) }
            : null,
        }),
        status,
      );
    case 'invalid':
      return page(errorView(frame, errors.invalid), status);
  }
}

/** Whether an error says that the database could not be written in time. */
export function isBusy(error: unknown): boolean {
  return (error as Error | undefined)?.name === 'Busy';
}

/** For a `catch`: `busy` where the database cannot be written just now; anything else is thrown on. */
export function whenBusy(error: unknown): 'busy' {
  if (isBusy(error)) return 'busy';
  throw error;
}

/** The page for an address that is there, but takes no such request. */
export function wrongMethodPage(frame: Frame): Answer {
  return page(errorView(frame, frame.words.errors.method), 405);
}

/** The page for when the database cannot be written just now. */
export function busyPage(frame: Frame): Answer {
  return page(errorView(frame, frame.words.errors.busy), 503);
}

/** The page for a fault of ours; the id stands in the log. */
function brokenPage(frame: Frame, id: string): Answer {
  const { title, text, id: named } = frame.words.errors.broken;
  return page(errorView(frame, { title, text, quiet: named(id) }), 500);
}

/**
 * What a log keeps of whatever was thrown: what it is, where it came from, and no more than a screen of it. What
 * libraries hang on their errors besides (parameters, rows, addresses) may be somebody's, and stays out.
 */
export function errorForLog(error: unknown): Record<string, string> {
  const part = (name: 'name' | 'message' | 'stack' | 'code', most: number): Record<string, string> => {
    try {
      const value: unknown = (error as Record<string, unknown> | null | undefined)?.[name];
      return value === undefined ? {} : { [name]: String(value).slice(0, most) };
    } catch {
      return {};
    }
  };
  if (typeof error !== 'object' || error === null) return { message: String(error).slice(0, 500) };
  return { ...part('name', 100), ...part('code', 100), ...part('message', 500), ...part('stack', 5000) };
}

/** What went wrong where, and who is to be told. */
export interface Failing {
  frame: Frame;
  /** Films that may have been meant; null where no film was asked for. */
  near: NearFilms | null;
  /** As the log may keep it. */
  path: string;
  method: string;
  log: Logger;
  newId: () => string;
}

/** The page for whatever was thrown. What is no error of the domain is ours, and the log keeps it. */
export function failureAnswer(error: unknown, failing: Failing): Answer {
  const { frame, near, path, method, log } = failing;
  if (error instanceof DomainError) return failurePage(frame, error, near);
  if (isBusy(error)) {
    log.warn({ path }, 'the database could not be written');
    return busyPage(frame);
  }
  const id = failing.newId();
  log.error({ err: errorForLog(error), id, method, path }, 'a page could not be made');
  return brokenPage(frame, id);
}

/** When to come again, as a header, where waiting helps. */
export function retryAfter(error: unknown): Record<string, string> {
  if (isBusy(error)) return { 'retry-after': '5' };
  if (error instanceof DomainError && error.kind === 'too-many')
    return { 'retry-after': String(Math.ceil(Number(error.details.seconds ?? 60))) };
  return {};
}
