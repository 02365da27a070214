// A list of this step: read it, choose rows, and remove the chosen ones.
import { ElMessage } from 'element-plus'
import { computed, ref, type Ref } from 'vue'

import { useAct } from '@/shared/act'
import { words } from '@/words'

/** `beside` is read together with the rows. */
export function useList<Row extends { id: string | null }>(list: () => Promise<Row[]>, beside: () => Promise<unknown> = () => Promise.resolve()) {
  const rows = ref([]) as Ref<Row[]>
  const selected = ref<string[]>([])
  const act = useAct()
  const chosen = computed(() => rows.value.filter((row) => selected.value.includes(row.id ?? '')))

  async function load(): Promise<void> {
    const found = await act.run(() => Promise.all([list(), beside()]))
    if (!found) return
    rows.value = found[0]
    const here = new Set(rows.value.map((row) => row.id ?? ''))
    selected.value = selected.value.filter((id) => here.has(id))
  }

  /** After something was kept: says so and reads the list again. */
  async function reload(said: string = words.common.saved): Promise<void> {
    ElMessage({ message: said, type: 'success' })
    await load()
  }

  return { rows, selected, chosen, act, load, reload }
}
