/** The words people put on what they saw, to find it again. */
export const tag = {
  title: (tag: string) => `Tagged “${tag}”`,
  titleOf: (tag: string, name: string) => `${name}: tagged “${tag}”`,
  description: (tag: string) => `What people saw and wrote under “${tag}”.`,
  everybody: 'What everybody wrote under it',
  seenBy: 'seen by',
  ratedBy: 'rated by',
};
