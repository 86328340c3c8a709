import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each([
  ['/', '/'],
  ['/films?q=a&sort=title#x', '/films?q=a&sort=title#x'],
  ['/film/東京物語-1953/review', '/film/%E6%9D%B1%E4%BA%AC%E7%89%A9%E8%AA%9E-1953/review'],
  ['/@ann?next=https://elsewhere.example', '/@ann?next=https://elsewhere.example'],
])('a path of this site is followed: %s', (path, expected) => {
  expect(localPath(path)).toBe(expected);
});

test.each([
  ['nothing', null],
  ['an empty text', ''],
  ['another site', 'https://evil.example/'],
  ['another site without its scheme', '//evil.example'],
  ['three slashes', '///evil.example'],
  ['a backslash for a slash', '/\\evil.example'],
  ['two backslashes', '\\\\evil.example'],
  ['a backslash further on', '/a/..\\evil.example'],
  ['a tab that browsers drop', '/\t/evil.example'],
  ['a line break that browsers drop', '/\n/evil.example'],
  ['dots that leave two slashes', '/.//evil.example'],
  ['dots written as percent', '/%2e//evil.example'],
  ['two dots that leave two slashes', '/a/..//evil.example'],
  ['a scheme that runs', 'javascript:alert(1)'],
  ['data', 'data:text/html,x'],
  ['a relative path', 'evil.example'],
  ['a slash written as percent', '/%2fevil.example'],
  ['a backslash written as percent', '/%5cevil.example'],
  ['spaces before', ' https://evil.example'],
  ['a NUL', '/\0/evil.example'],
  ['an endless one', `/${'a'.repeat(3000)}`],
])('leads home instead: %s', (_, path) => {
  expect(localPath(path)).toBe('/');
});
