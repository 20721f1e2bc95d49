// Who may do what with a poll; asked by actions and by views alike. The database asks again, in its policies.
import { coordinates, type Viewer } from '#kernel/viewer.ts'
import { maySteer } from '#trunk/contributions.ts'
import { isOver, type OwnAnswer, type Poll } from './poll.ts'

export const permissions = {
  'read a poll': 'whoever its audience reaches: the network, a forum or a room',
  'ask cities': 'every person of an active member, and the offices',
  'answer a poll': 'every person of a city that is asked, for their city, until it ends',
  'change the answer of a city': 'who gave it, and the coordinator of the city, until the poll ends',
  'read the answers of a poll':
    'of those whom the poll reaches, persons of cities that have answered, and who asked; after its end everybody, if that was said when asking; a guest of a room none that stays inside the network',
  'name who answers for a city': 'the coordinator of a city that is asked; known inside the city only',
  'prolong and close a poll':
    'who asked while in that city, and the coordinator of the city, as long as it reaches them and its room is not archived',
  'withdraw a poll': 'who asked while in that city, and the coordinator of the city whom it reaches',
}

type Known = Pick<
  Poll,
  'stewardId' | 'organisationId' | 'audienceKind' | 'audienceReached' | 'state' | 'closed' | 'endsAt' | 'closedAt'
>

export const mayAskCities = (viewer: Viewer): boolean =>
  viewer.person !== undefined && (viewer.person.active || viewer.person.role === 'office')

/** The city is asked and the poll reaches its people; whether it is still open, and its room, is another question. */
export const isAsked = (viewer: Viewer, poll: Pick<Poll, 'asksUs' | 'state' | 'audienceReached'>): boolean =>
  viewer.person !== undefined && poll.asksUs && poll.audienceReached && poll.state === 'published'

export const mayChangeAnswer = (viewer: Viewer, own: Pick<OwnAnswer, 'givenById' | 'organisationId'>): boolean =>
  viewer.person?.id === own.givenById || coordinates(viewer, own.organisationId)

export const maySeeAnswers = (
  viewer: Viewer,
  poll: Known & Pick<Poll, 'weAnswered' | 'opensAnswers'>,
  now: Date,
): boolean =>
  poll.audienceReached && (maySteer(viewer, poll) || poll.weAnswered || (poll.opensAnswers && isOver(poll, now)))

/** What was given to a circle is taken back by whoever gave it, also from outside. */
export const mayWithdrawPoll = (viewer: Viewer, poll: Known): boolean =>
  poll.state === 'published' && maySteer(viewer, poll)

/** Saying more in it is for those who are in it. */
export const maySteerPoll = (viewer: Viewer, poll: Known): boolean =>
  mayWithdrawPoll(viewer, poll) && poll.audienceReached && !poll.closed

export const mayNameColleague = (
  viewer: Viewer,
  poll: Pick<Poll, 'asksUs' | 'state' | 'audienceReached' | 'closed'>,
): boolean => isAsked(viewer, poll) && !poll.closed && viewer.person?.role === 'coordinator'
