// Rules of this house that no type can hold.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

function files(folder: string, ends: RegExp): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path, ends) : ends.test(name) ? [path] : []
  })
}

const screens = files('src', /\.vue$/).map((path) => ({ path, text: readFileSync(path, 'utf8') }))

describe('the house', () => {
  it('keeps every word a user reads in words/', () => {
    const strays = screens.flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => !/^\s*(\/\/|\*|<!--)/.test(line) && !line.includes('format="YYYY'))
        .filter((line) => /[\u4e00-\u9fff]/.test(line.replace(/\/\/.*$/, '').replace(' 至 ', '')))
        .map((line) => `${path}: ${line.trim()}`),
    )
    expect(strays).toEqual([])
  })

  it('lets nothing in that the content security policy forbids', () => {
    for (const { path, text } of screens) {
      expect(text, path).not.toMatch(/\sstyle="/)
      expect(text, path).not.toMatch(/v-html|<style>|\beval\(|new Function/)
    }
    const page = readFileSync('index.html', 'utf8')
    expect(page).not.toMatch(/<style|style=|<script>/)
    expect(page).toContain('<title>双评 — 交流教师双校考核</title>')
  })

  it('lets the shared parts know no step', () => {
    for (const path of files('src/shared', /\.(vue|ts)$/)) {
      expect(readFileSync(path, 'utf8'), path).not.toMatch(/from '.*steps\//)
    }
  })

  it('names no registry in the lock file', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"')
  })
})
