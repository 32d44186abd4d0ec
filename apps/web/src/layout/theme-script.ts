/** Where a chosen scheme is kept in the browser: `light` or `dark`; nothing means as the system says. */
export const THEME_KEY = 'theme'

/** Runs before the first paint: who has chosen never sees the other scheme. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`
