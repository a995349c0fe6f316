/** Under this name the ground is registered. */
export const worldMapName = 'clientele-countries';
