// Where the browser gives no storage, the theme's own script would stop at its first look for the
// colours chosen. It runs before that script and puts an empty storage there, which keeps nothing:
// what asks whether a thing was kept, hears that it was not.
try {
  localStorage.getItem("");
} catch {
  const nothing = {
    getItem: () => null,
    setItem: () => {},
    removeItem: () => {},
    clear: () => {},
    key: () => null,
    length: 0,
  };
  Object.defineProperty(window, "localStorage", { configurable: true, value: nothing });
}
