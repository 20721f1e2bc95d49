// Places on a map of Europe, drawn here as SVG; each point leads to its page, and the same places stand in a table behind it.
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { classList } from '../class-list.ts'
import { DataTable } from '../data-table/data-table.tsx'
import { borders, land } from './europe-paths.ts'
import { mapHeight, mapWidth, placeOnMap } from './projection.ts'

export interface MapPoint {
  readonly name: string
  readonly href: string
  readonly latitude: number
  readonly longitude: number
  /** Inhabitants: three sizes of points, below 100,000, below 500,000, and above. */
  readonly population?: number | null | undefined
  /** A second kind of place, drawn as a ring: named by `markedLabel`. */
  readonly marked?: boolean | undefined
  /** Further words for the table and the tooltip: the country. */
  readonly note?: string | undefined
}
export interface MapOfEuropeProps {
  readonly t: Translate
  /** What is shown: "Members of the network". */
  readonly title: string
  readonly points: readonly MapPoint[]
  /** How many places the points stand for, where one stands for several. */
  readonly places?: number | undefined
  /** Head of the column of names: "City". */
  readonly nameLabel: string
  /** Head of the column of notes: "Country". */
  readonly noteLabel?: string | undefined
  /** What a ring means; shown in the legend. */
  readonly markedLabel?: string | undefined
  /** Where the same places stand as a list, instead of a table here: keeps a page light that shows hundreds. */
  readonly tableHref?: string | undefined
  /** What a full point means; shown in the legend beside the ring. */
  readonly plainLabel?: string | undefined
}

const classes = [
  { below: 100_000, radius: 5, key: 'small' },
  { below: 500_000, radius: 8, key: 'medium' },
  { below: Number.POSITIVE_INFINITY, radius: 12, key: 'large' },
] as const
const sizeOf = (population: number | null | undefined) =>
  classes.find(({ below }) => (population ?? 0) < below) ?? classes[0]

const Point = ({ point, place }: { point: MapPoint; place: readonly [number, number] }) => (
  // Not a stop for the tabulator key: three hundred of them would bar the way. The table holds the same links.
  <a
    href={point.href}
    class={classList('map-point', `map-${sizeOf(point.population).key}`, point.marked && 'map-marked')}
    tabindex={-1}
  >
    <circle cx={place[0]} cy={place[1]} r={sizeOf(point.population).radius}>
      <title>{[point.name, point.note].filter(Boolean).join(', ')}</title>
    </circle>
  </a>
)

const Points = ({ points }: { points: readonly MapPoint[] }) => {
  // Large ones first, so that small neighbours stay in sight and in reach.
  const ordered = [...points].sort((one, other) => (other.population ?? 0) - (one.population ?? 0))
  return (
    <>
      {ordered.map((point) => {
        const place = placeOnMap(point.longitude, point.latitude)
        return place && <Point point={point} place={place} />
      })}
    </>
  )
}

const Sample = ({ radius, marked, label }: { radius: number; marked?: boolean; label: string }) => (
  <li>
    <svg viewBox="-14 -14 28 28" aria-hidden="true">
      <circle class={marked ? 'map-marked' : undefined} r={radius} />
    </svg>
    {label}
  </li>
)

const Legend = ({ t, points, markedLabel, plainLabel }: MapOfEuropeProps) => (
  <ul class="map-legend">
    {points.some(({ population }) => population) &&
      classes.map(({ key, radius }) => (
        <Sample radius={radius} label={t(`ui.map-${key}`, { small: 100_000, large: 500_000 })} />
      ))}
    {plainLabel && <Sample radius={9} label={plainLabel} />}
    {markedLabel && <Sample radius={9} marked label={markedLabel} />}
  </ul>
)

const Table = ({ t, title, points, nameLabel, noteLabel, markedLabel }: MapOfEuropeProps) => {
  const counted = points.some(({ population }) => population)
  const columns = [
    { label: nameLabel },
    ...(noteLabel ? [{ label: noteLabel }] : []),
    ...(counted ? [{ label: t('ui.map-inhabitants'), numeric: true }] : []),
    ...(markedLabel ? [{ label: markedLabel }] : []),
  ]
  const rows = points.map((point) => [
    <a href={point.href}>{point.name}</a>,
    ...(noteLabel ? [point.note ?? ''] : []),
    ...(counted ? [point.population ? formatNumber(t.lang, point.population) : '–'] : []),
    ...(markedLabel ? [point.marked ? t('ui.yes') : t('ui.no')] : []),
  ])
  return <DataTable t={t} caption={title} hideCaption columns={columns} rows={rows} />
}

export const MapOfEurope = (props: MapOfEuropeProps) => {
  const { t, title, points } = props
  const outside = points.filter(({ longitude, latitude }) => !placeOnMap(longitude, latitude)).length
  return (
    <figure class="map">
      <figcaption class="map-title">
        {title}
        <span class="visually-hidden">. {t('ui.map-about', { count: props.places ?? points.length })}</span>
      </figcaption>
      <svg viewBox={`0 0 ${mapWidth} ${mapHeight}`} aria-hidden="true">
        <path class="map-land" d={land} />
        <path class="map-borders" d={borders} />
        <Points points={points} />
      </svg>
      <Legend {...props} />
      {outside > 0 && <p class="map-outside">{t('ui.map-outside', { count: outside })}</p>}
      {props.tableHref ? (
        <a class="map-table-link" href={props.tableHref}>
          {t('ui.as-table')}
        </a>
      ) : (
        <details class="behind">
          <summary>{t('ui.as-table')}</summary>
          <Table {...props} />
        </details>
      )}
    </figure>
  )
}
