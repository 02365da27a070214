// The only door to the window program. Every rejection leaves here as a Failure.
import { convertFileSrc, invoke } from '@tauri-apps/api/core'

import { words } from '@/words'

import type { Failure } from './generated'

type Args = Record<string, unknown>

/** True inside the program's window; false in a plain browser and in tests, where invented data answers. */
export function isInWindow(): boolean {
  return '__TAURI_INTERNALS__' in window
}

/** Invented data for `npm run dev`, `--mode mock` and tests; never part of the real build. */
const HAS_MOCK = import.meta.env.MODE !== 'production'

/** Calls a command with arguments. Rejects with a Failure, never with anything else. */
export async function call<T>(command: string, args: Args = {}): Promise<T> {
  try {
    if (HAS_MOCK && !isInWindow()) {
      const { answer } = await import('./mock/answer')
      return (await answer(command, args)) as T
    }
    return await invoke<T>(command, args)
  } catch (reason) {
    throw asFailure(reason)
  }
}

/** Calls a command with the bytes of a file; what is not bytes travels in headers. */
export async function callWithBytes<T>(
  command: string,
  bytes: Uint8Array,
  headers: Record<string, string>,
): Promise<T> {
  try {
    if (HAS_MOCK && !isInWindow()) {
      const { answer } = await import('./mock/answer')
      return (await answer(command, { bytes, ...headers })) as T
    }
    return await invoke<T>(command, bytes, { headers })
  } catch (reason) {
    throw asFailure(reason)
  }
}

/** Sends a file the user has chosen or dropped. */
export async function callWithFile<T>(
  command: string,
  file: File,
  headers: Record<string, string> = {},
): Promise<T> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return callWithBytes<T>(command, bytes, { 'x-file-name': encodeURIComponent(file.name), ...headers })
}

/** The bytes of a paper behind a preview's token. */
export async function paperBytes(token: string): Promise<Uint8Array> {
  try {
    if (HAS_MOCK && !isInWindow()) {
      const { answer } = await import('./mock/answer')
      return (await answer('paper', { token })) as Uint8Array
    }
    const response = await fetch(convertFileSrc(token, 'paper'))
    if (!response.ok) throw new Error(String(response.status))
    return new Uint8Array(await response.arrayBuffer())
  } catch (reason) {
    throw asFailure(reason)
  }
}

/** Makes a Failure of whatever was thrown. */
export function asFailure(reason: unknown): Failure {
  if (isFailure(reason)) return reason
  const detail = reason instanceof Error ? reason.message : typeof reason === 'string' ? reason : ''
  return {
    code: 'PAGE-CALL',
    message: detail ? words.failure.withDetail(detail) : words.failure.unknown,
    refusals: [],
  }
}

function isFailure(reason: unknown): reason is Failure {
  return (
    typeof reason === 'object' &&
    reason !== null &&
    typeof (reason as Failure).code === 'string' &&
    typeof (reason as Failure).message === 'string' &&
    Array.isArray((reason as Failure).refusals)
  )
}
