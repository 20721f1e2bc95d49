// Builds when something changed, then becomes the app: signals and the exit code pass through.
import { spawn } from 'node:child_process'
import { build } from './build.mjs'

if (await build()) process.stdout.write('Built.\n')
const app = spawn('node_modules/.bin/node', ['--enable-source-maps', 'dist/main.js'], { stdio: 'inherit' })
// Ctrl-C reaches the app by itself (same terminal); SIGTERM, and SIGINT sent to this process alone, are handed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => app.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
app.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)))
