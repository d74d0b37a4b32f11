import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Two folders up both from here and from the bundle in dist/tools. */
export const ROOT = path.join(__dirname, '../..')

const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

export const HILLS = textOf('miniprogram/assets/hills-light.svg')

export const styleSheet = (name: 'book' | 'poster' | 'desk'): string =>
  textOf(`tools/handbook/${name}.css`)
