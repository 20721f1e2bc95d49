// Who may do what; that a saved search is its person's alone is held by the database.
export const permissions = {
  'save a search, see, change and delete it': 'every signed-in person, their own only',
  'end the mails about a saved search': 'its person; through the link of such a mail also without signing in',
}
