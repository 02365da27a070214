// Freezes Object.prototype, so that no foreign value can teach all objects a new property.
// Plain freezing would also forbid an object a `valueOf` or `toString` of its own by assignment, which
// dayjs (inside Element Plus) needs; so each inherited property becomes a pair that writes to the object itself.
;(() => {
  const root = Object.prototype
  for (const key of Reflect.ownKeys(root)) {
    const held = Reflect.getOwnPropertyDescriptor(root, key)
    if (!held || !('value' in held) || !held.configurable) continue
    const value = held.value
    Reflect.defineProperty(root, key, {
      configurable: false,
      enumerable: false,
      get() {
        return value
      },
      set(own) {
        if (this === root) throw new TypeError('Object.prototype is frozen')
        Reflect.defineProperty(this, key, { value: own, writable: true, enumerable: true, configurable: true })
      },
    })
  }
  Object.freeze(root)
})()
