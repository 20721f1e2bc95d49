// Whether a thing concerns somebody's city, for whoever wants only that. What one is asked and what one's city should decide does
// always; it is asked of what is merely new: in what one watches, in rooms and forums, in saved searches.
import { type RawBuilder, sql } from 'kysely'

/** Under the Chatham House Rule nobody is told from which city something is, nor by which one it was found. */
export const isRuled = (audience: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from room ruled where ruled.audience_id = ${audience} and ruled.chatham)`

/** What somebody's choice holds for. */
export const newsAreas: RawBuilder<unknown> = sql`('watched', 'rooms')`

export const wantsOnlyCity = (person: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`
  exists (select 1 from notice_setting chosen where chosen.person_id = ${person} and chosen.only_my_city)`

/**
 * It comes from that city, or is about something on which the city has shared something; what lies in a room or with named persons
 * only is not shared by the city, and a colleague must not learn from a notice what it is about. Of the contribution `c`.
 */
export const concerns = (organisation: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(
  (c.organisation_id = ${organisation} and not ${isRuled(sql`c.audience_id`)})
  or exists (select 1 from contribution own where own.organisation_id = ${organisation} and own.state = 'published'
    and own.hidden_at is null and own.concepts && c.concepts and app.kind_of_audience(own.audience_id) not in ('room', 'persons')))`
