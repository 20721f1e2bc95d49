// What the trunk's own tables keep about persons, and for how long.
import type { PersonalColumns } from '#platform/personal.ts'

export const trunkPersonal: PersonalColumns = {
  'person.id': { erasure: 'keep', part: 'account' },
  'person.email': { erasure: 'keep' },
  'session.person_id': { erasure: 'delete', part: 'account' },
  'personal_token.person_id': { erasure: 'delete', part: 'account' },
  'visit.person_id': { erasure: 'delete', part: 'account' },
  'contribution.author_id': { erasure: 'keep', part: 'contributions', also: 'to_take_along' },
  'contribution.steward_id': { erasure: 'keep', part: 'contributions' },
  'co_author.person_id': { erasure: 'keep', part: 'contributions' },
  'co_author.named_by': { erasure: 'keep', part: 'contributions' },
  'reply.author_id': { erasure: 'keep', part: 'replies', also: 'replies_to_take_along' },
  // Nobody ever learns afterwards who asked as a member city.
  'veil.person_id': { erasure: 'delete', part: 'contributions' },
  'veil_lifting.person_id': { erasure: 'keep', part: 'history' },
  'attachment.uploaded_by': { erasure: 'keep', part: 'files', isFile: true },
  'watch.person_id': { erasure: 'delete', part: 'watching' },
  'mute.person_id': { erasure: 'delete', part: 'watching' },
  'audience_person.person_id': { erasure: 'delete', part: 'circles' },
  'audience.created_by': { erasure: 'keep', part: 'circles' },
  'room_request.person_id': { erasure: 'delete', part: 'rooms' },
  'room_invitation.person_id': { erasure: 'delete', part: 'rooms' },
  'room_invitation.email': { by: 'address', erasure: 'delete' },
  'room_invitation.invited_by': { erasure: 'keep', part: 'rooms' },
  'room_guest.person_id': { erasure: 'keep' },
  'fact.actor_id': { erasure: 'keep', part: 'history' },
  'hiding.hidden_by': { erasure: 'keep' },
  'hiding.judged_by': { erasure: 'keep' },
  'hiding.ended_by': { erasure: 'keep' },
}
