// What each may do with what is kept about them.

export const permissions = {
  'privacy.read': 'Everybody reads what is kept and for how long.',
  'privacy.take': 'Every signed-in person takes along what is kept about them, and of nobody else.',
  'privacy.erase':
    'Every signed-in person has themselves erased, in two steps and after two weeks; the last one in a duty hands it over first.',
} as const
