// The front door for what neighbours draw; public.ts has the rest, so that programs without pages can use it.
export { Steps as FeeSteps } from './views/steps.tsx'
