// What PostgreSQL's own catalogue says of the roles, tables and functions: read anew, so nothing new slips past.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../app.ts'
import { aboutContributions, type Column, readColumns } from '../protection/seed-rows.ts'

let town: Town
let owner: pg.Client
let app: pg.Client
let columns: readonly Column[]
beforeAll(async () => {
  town = await openTown('empty')
  owner = new pg.Client(town.owner)
  app = new pg.Client(town.app_role)
  await Promise.all([owner.connect(), app.connect()])
  columns = await readColumns(owner)
})
afterAll(() => Promise.all([owner.end(), app.end()]))

const list = async (sql: string): Promise<string[]> =>
  (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name)
const codeOf = (sql: string): Promise<string> =>
  app.query(sql).then(
    () => 'done',
    (error) => String(error.code),
  )

describe('the role of every request', () => {
  test('is no superuser, bypasses nothing, creates nothing, inherits nothing and is in no other role', async () => {
    const { rows } = await owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit,
         (select count(*)::int from pg_auth_members where member = r.oid) as memberships
       from pg_roles r where rolname in ('vicinia_app', 'vicinia_system')`,
    )
    const nothing = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }
    const nobody = { ...nothing, rolreplication: false, rolinherit: false, memberships: 0 }
    expect(rows).toEqual([nobody, nobody])
  })

  test('owns nothing', async () => {
    expect(await list(`select relname as name from pg_class where pg_get_userbyid(relowner) = 'vicinia_app'`)).toEqual(
      [],
    )
    expect(await list(`select proname as name from pg_proc where pg_get_userbyid(proowner) = 'vicinia_app'`)).toEqual(
      [],
    )
    expect(
      await list(`select nspname as name from pg_namespace where pg_get_userbyid(nspowner) = 'vicinia_app'`),
    ).toEqual([])
  })

  test.each([
    ['become the system', 'set role vicinia_system'],
    ['create a table', 'create table mine (id int)'],
    ['create a temporary table that a function could take for the real one', 'create temporary table person (id int)'],
    ['create a schema', 'create schema mine'],
    ['create a function', 'create function mine() returns int language sql as $$ select 1 $$'],
    ['switch row-level security off', 'alter table contribution disable row level security'],
    ['drop a policy', 'drop policy reached on contribution'],
    ['empty a table', 'truncate contribution cascade'],
    ['read the password of a role', 'select rolpassword from pg_authid'],
    ['run a program on the server', `copy (select 1) to program 'true'`],
    ['read a file of the server', `select pg_read_file('/etc/passwd')`],
    ['learn who wrote the schema', 'select * from migration'],
  ])('cannot %s', async (_, sql) => {
    expect(await codeOf(sql)).toMatch(/^42(?:501|883|939)$/)
  })

  test('cannot become the owner', async () => {
    const [name] = await list('select current_user::text as name')
    expect(await codeOf(`set role "${name}"`)).toBe('42501')
    expect(await codeOf(`set session authorization "${name}"`)).toBe('42501')
  })

  test('reads past a policy only into an error, never into rows', async () => {
    expect(await codeOf('set row_security = off; select * from contribution')).toBe('42501')
    await app.query('reset row_security')
  })
})

describe('every table', () => {
  test('that the application role can touch has row-level security, with a policy of its own', async () => {
    const open = await list(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'app') and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and (has_any_column_privilege('vicinia_app', c.oid, 'select, insert, update, references')
          or has_table_privilege('vicinia_app', c.oid, 'delete, truncate, trigger'))
        and not (c.relrowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))`)
    expect(open).toEqual([])
  })

  test('about contributions has row-level security, whoever may touch it', async () => {
    const secured = new Set(await list(`select relname as name from pg_class where relrowsecurity`))
    expect([...aboutContributions(columns).keys()].filter((table) => !secured.has(table))).toEqual([])
  })

  test('belongs to another role than the one of requests, so that no owner’s exception applies to it', async () => {
    const owners = await list(`select distinct pg_get_userbyid(relowner)::text as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and relkind in ('r', 'S')`)
    expect(owners).not.toContain('vicinia_app')
    expect(owners).not.toContain('vicinia_system')
  })

  test('lets requests through by policies that ask; those that let everybody read are known here by name', async () => {
    const everybody = await list(`select c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid
      where 'vicinia_app'::regrole = any (p.polroles) and pg_get_expr(p.polqual, p.polrelid) = 'true' order by 1`)
    expect(everybody).toEqual([
      ...[
        'former_address',
        'forum',
        'forum_member',
        'member',
        'membership',
        'network',
        'organisation',
        'population_figure',
        'renaming',
        'search_kind',
      ],
      ...['succession', 'succession_part', 'vocabulary_addition'],
    ])
    const anybody = await list(`select c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid
      where 0 = any (p.polroles) or pg_get_expr(p.polwithcheck, p.polrelid) = 'true'`)
    expect(anybody).toEqual([])
  })

  test('of secrets gives no column with a hash or a secret to requests', () => {
    const secrets = columns.filter(({ name, readable }) => readable && /hash|secret|sealed|public_key/.test(name))
    expect(secrets.map(({ table, name }) => `${table}.${name}`)).toEqual([])
  })
})

describe('every function that runs with its owner’s rights', () => {
  const definer = `from pg_proc p join pg_namespace n on n.oid = p.pronamespace where prosecdef and n.nspname in ('app', 'public')`

  test('has a fixed search path with temporary tables last', async () => {
    const loose = await list(`select proname as name ${definer}
      and not coalesce(proconfig, '{}') && array['search_path=public, pg_temp', 'search_path=""']`)
    expect(loose).toEqual([])
  })

  test('can be called by requests only where it is known here', async () => {
    const callable = await list(`select proname as name ${definer} and prorettype <> 'trigger'::regtype
      and has_function_privilege('vicinia_app', p.oid, 'execute') order by 1`)
    const known = `
      add_push_device address_is_taken addresses_paused admit_accession admit_to_room answers_for answers_to_poll
      appeal ask_veiled asked_about begin_message cares cares_for_hiding co_authored confirm_erasure decides_report
      decline_room delete_room email_of enter enter_accession enter_by_session enter_by_token find_in_room
      found_room found_successor give_duty guest_organisations hand_over hands_of_answer hidden_in hide_reported
      hold_circle hold_poll hold_visit hosts invited_to is_archived is_guest is_undeliverable join_doubles join_room
      judge judges kind_of_audience leave_reported leaves_note let_go lift_veil mails_failed mails_waiting
      may_change_answer may_give_role may_veil name_colleague own_address own_answer_files own_answers own_last_duty
      own_pause place_of_hiding place_of_report polls_answered reaches report_thing room_mates said_to
      send_mail_again show_again steers take_enquiry unnamed_thing veiled waits_for_nobody wrote_hidden`
    expect(callable).toEqual(known.trim().split(/\s+/))
  })

  test('is callable by nobody else', async () => {
    const everybody = await list(`select proname as name ${definer} and prorettype <> 'trigger'::regtype
      and exists (select 1 from aclexplode(coalesce(proacl, acldefault('f', proowner))) a where a.grantee = 0)`)
    expect(everybody).toEqual([])
  })
})
