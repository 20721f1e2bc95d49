// How Europe is laid flat: Lambert azimuthal equal-area around 10° E 52° N, as the European statistical grid does (ETRS89-LAEA).
import { geoAzimuthalEqualArea } from 'd3-geo'

export const mapWidth = 1000
export const mapHeight = 980

/** From Iceland to Cyprus, from Malta to the North Cape. */
export const europe = geoAzimuthalEqualArea().rotate([-10, -52]).scale(1510).translate([430, 538]).precision(0.5)

/** Place on the map, in whole units; undefined when it lies outside the frame (an overseas member). */
export function placeOnMap(longitude: number, latitude: number): readonly [number, number] | undefined {
  const point = europe([longitude, latitude])
  if (!point) return undefined
  const [x, y] = point.map(Math.round)
  if (x === undefined || y === undefined) return undefined
  return x >= 0 && x <= mapWidth && y >= 0 && y <= mapHeight ? [x, y] : undefined
}
