/** One's own settings. */
export const settings = {
  title: 'Your settings',
  name: 'Your name',
  nameHint: 'As it stands above everything you wrote here. Changing it changes it everywhere.',
  saveName: 'Save the name',
  nameSaved: 'Your name is saved.',
  signsIn: (email: string) => `You sign in with ${email}.`,
  password: 'Password',
  current: 'The password you have now',
  next: 'The new password',
  setPassword: 'Set a password',
  changePassword: 'Change the password',
  none: 'You have no password yet: you came by a link. Set one, and you can sign in without waiting for mail.',
  passwordSaved: 'The new password holds from now on.',
  currentWrong: 'This is not the password you have now. Nothing was changed.',
  page: 'To your page',
};
