// Functions that run with their owner's rights go past every policy. Each that a request may call is asked here as everybody about
// everything on the stage, hidden things too: of what the policies keep from somebody it tells them nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown } from '../app.ts'
import { roles } from '../protection/cast.ts'
import { type Piece, type Stage, setStage } from '../protection/stage.ts'
import { attempt, type Door, openDoor, tryOut } from './as-person.ts'

let stage: Stage
let door: Door
beforeAll(async () => {
  const town = await openTown()
  stage = await setStage(town)
  door = await openDoor(town)
  await stage.owner.query('update contribution set hidden_at = now() where id = any ($1)', [
    stage.pieces.filter(isHidden).map(({ id }) => id),
  ])
  // What everybody on the stage was asked, named in and answered, so that a function has something to tell.
  await stage.owner.query(
    `insert into asked_person (contribution_id, person_id, organisation_id, asked_at)
     select c, p.id, p.organisation_id, now() from unnest($1::int[]) c cross join person p where p.id = any ($2) on conflict do nothing`,
    [stage.pieces.map(({ id }) => id), Object.values(stage.persons).filter((id) => id !== undefined)],
  )
})
afterAll(async () => {
  await door.close()
  await stage.owner.end()
})

/** Every second thing, whatever it is and for whom. */
const isHidden = ({ id }: { readonly id: number }): boolean => id % 2 === 0
const rowOf = ({ rows }: Piece, table: string, column = 'id'): number => Number(rows.get(table)?.[column] ?? 0)

interface Question {
  /** Asks about the piece; gives no row, or null, false, 0 or 'nothing', where nothing is told. */
  readonly sql: (piece: Piece) => string
  /** Of these it tells more than the policies let through, and why that is meant stands beside. */
  readonly but?: (piece: Piece, role: string) => boolean
}
const isOffice = (role: string): boolean => role.endsWith('office')
/** An office answers for what was asked as a member city also when it is withdrawn. */
const whileWithdrawn = (piece: Piece, role: string): boolean => piece.state === 'withdrawn' && isOffice(role)
/** In the place of what is hidden stands why, for those whom it reached. */
const noted = (piece: Piece): boolean => isHidden(piece)

const questions: Readonly<Record<string, Question>> = {
  answers_for: { sql: ({ id }) => `select app.answers_for(${id})`, but: whileWithdrawn },
  answers_to_poll: { sql: ({ id }) => `select app.answers_to_poll(${id})` },
  asked_about: { sql: ({ id }) => `select * from app.asked_about(${id})`, but: whileWithdrawn },
  hands_of_answer: { sql: (piece) => `select * from app.hands_of_answer(${rowOf(piece, 'poll_answer')})` },
  may_change_answer: { sql: (piece) => `select app.may_change_answer(${rowOf(piece, 'poll_answer')})` },
  hold_visit: { sql: ({ id }) => `select app.hold_visit(${id})` },
  hold_poll: { sql: ({ id }) => `select app.hold_poll(${id})` },
  polls_answered: { sql: ({ id }) => `select ${id} = any (app.polls_answered())` },
  co_authored: {
    sql: ({ id }) => `select ${id} = any (app.co_authored(true))`,
    // Their own rows: which numbers they write with, and nothing of what these are.
    but: () => true,
  },
  is_undeliverable: { sql: ({ id }) => `select app.is_undeliverable(${id})`, but: noted },
  // Those who look after it know what they hid, whatever became of it.
  hidden_in: {
    sql: ({ id }) => `select * from app.hidden_in(${id})`,
    but: (piece, role) => noted(piece) || isOffice(role),
  },
  leaves_note: { sql: (piece) => `select app.leaves_note(${rowOf(piece, 'reply')})`, but: noted },
  place_of_hiding: { sql: (piece) => `select * from app.place_of_hiding(${rowOf(piece, 'hiding')})`, but: noted },
  place_of_report: { sql: (piece) => `select * from app.place_of_report(${rowOf(piece, 'report')})`, but: noted },
  lift_veil: { sql: ({ id }) => `select app.lift_veil(${id}, 'For a reason that is long enough.')` },
  unnamed_thing: { sql: ({ id }) => `select * from app.unnamed_thing(${id})` },
  veiled: { sql: ({ id }) => `select ${id} = any (app.veiled())` },
  name_colleague: {
    sql: ({ id }) => `select nullif(app.name_colleague(${id}, ${stage.persons.named}, now()), 'nothing')`,
  },
  reaches: { sql: ({ id }) => `select app.reaches(${id}, ${stage.persons.author})` },
  said_to: { sql: ({ id }) => `select app.said_to(${id})` },
  report_thing: { sql: ({ id }) => `select app.report_thing(${id}, null, 'insult', '', 'forged')` },
}

/** About persons, rooms, mails, membership and money, each tested with its feature; or about a report or hiding by its own number. */
const aboutOthers = `add_push_device address_is_taken addresses_paused admit_accession admit_to_room appeal ask_veiled begin_message cares cares_for_hiding
  confirm_erasure decides_report decline_room delete_room email_of enter enter_accession enter_by_session enter_by_token
  find_in_room found_room found_successor give_duty guest_organisations hand_over hide_reported hold_circle hosts
  invited_to is_archived is_guest join_doubles join_room judge judges kind_of_audience leave_reported let_go
  mails_failed mails_waiting may_give_role may_veil own_address own_answer_files own_answers own_last_duty own_pause
  room_mates send_mail_again show_again steers take_enquiry waits_for_nobody wrote_hidden`

test('every such function is asked here, or known to be about something else', async () => {
  const { rows } = await stage.owner.query<{ name: string }>(
    `select proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where prosecdef and n.nspname = 'app'
     and prorettype <> 'trigger'::regtype and has_function_privilege('vicinia_app', p.oid, 'execute') order by 1`,
  )
  const known = [...Object.keys(questions), ...aboutOthers.trim().split(/\s+/)]
  expect(rows.map(({ name }) => name)).toEqual(known.sort())
})

/** As the owner, entered as that person: what the functions take for visible. */
async function seenByFunctions(person: number | undefined): Promise<number[]> {
  await stage.owner.query('begin')
  try {
    if (person === undefined) await stage.owner.query(`select set_config('app.audiences', '1', true)`)
    else {
      const { rows } = await stage.owner.query('select person_id from app.enter($1, null)', [person])
      if (rows.length === 0) await stage.owner.query(`select set_config('app.audiences', '1', true)`)
    }
    const { rows } = await stage.owner.query<{ id: number }>(
      'select id from contribution where app.may_see(id) order by id',
    )
    return rows.map(({ id }) => id)
  } finally {
    await stage.owner.query('rollback')
  }
}
const seenByPolicies = async (person: number | undefined): Promise<number[]> => {
  const { rows } = await door.as(person, (client) =>
    client.query<{ id: number }>('select id from contribution order by id'),
  )
  return rows.map(({ id }) => id)
}

describe.each(roles)('%s', (role) => {
  test('is shown by functions what the policies show, and nothing else', async () => {
    const person = stage.persons[role]
    expect(await seenByFunctions(person)).toEqual(await seenByPolicies(person))
  })

  test('learns by no function of what the policies keep from them', async () => {
    const person = stage.persons[role]
    const seen = new Set(await seenByPolicies(person))
    const kept = stage.pieces.filter(({ id }) => !seen.has(id))
    const told: string[] = []
    await door.as(person, async (client) => {
      for (const piece of kept)
        for (const [name, { sql, but }] of Object.entries(questions)) {
          if (but?.(piece, role)) continue
          const answer = await tryOut(client, () => client.query(sql(piece)))
          if (typeof answer === 'string') {
            if (answer !== '42501') told.push(`${name}: ${piece.kind} ${piece.name} ${answer}`)
          } else if (answer.rows.some((row) => Object.values(row).some(Boolean)))
            told.push(`${name}: ${piece.kind} ${piece.name}${isHidden(piece) ? ', hidden' : ''}`)
        }
    })
    expect(told).toEqual([])
  })
})

test('nobody asks the function itself', async () => {
  for (const role of roles)
    expect(await door.as(stage.persons[role], (client) => attempt(client, 'select app.may_see(1)'))).toBe('42501')
})
