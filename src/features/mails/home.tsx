// On the home page of somebody whom mails do not reach: they would learn it nowhere else.
import type { HomePart } from '#platform/feature.ts'
import { drawOwnPause } from './public.tsx'

export const ownPause: HomePart = {
  name: 'mails.own-pause',
  for: 'signed-in',
  place: 'top',
  position: 1,
  draw: (c) => drawOwnPause(c.var.t, c.var.db),
}
