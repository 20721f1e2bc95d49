// Where offices write what is on offer and what is new.
import type { DeskPlace } from '#platform/feature.ts'
import { announcementsPath } from './paths.ts'

export const announcementsDesk: readonly DeskPlace[] = [
  { label: 'announcements.title', about: 'announcements.desk', href: announcementsPath, position: 25, for: 'office' },
  {
    label: 'announcements.title',
    about: 'announcements.desk-member',
    href: announcementsPath,
    position: 70,
    for: 'coordinator',
  },
]
