// The manifest of push.
import type { Feature } from '#platform/feature.ts'

export const push: Feature = { name: 'push' }
