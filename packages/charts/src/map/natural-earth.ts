/** Units of the plane to a radian at the equator. */
export const planeScale = 1000;

/**
 * Natural Earth projection, y upwards, in units of `planeScale`. Source: B. Jenny et al. 2012, after T. Patterson.
 * The ground is projected with d3-geo, which also cuts it; this places single points without that library.
 */
export function naturalEarth(longitude: number, latitude: number): [x: number, y: number] {
  const [lambda, phi] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
  const phi2 = phi * phi;
  const phi4 = phi2 * phi2;
  const x = lambda * (0.8707 - 0.131979 * phi2 + phi4 * (-0.013791 + phi4 * (0.003971 * phi2 - 0.001529 * phi4)));
  const y = phi * (1.007226 + phi2 * (0.015085 + phi4 * (-0.044475 + 0.028874 * phi2 - 0.005916 * phi4)));
  return [x * planeScale, y * planeScale];
}

/** The part of the plane that is shown: from Cape Horn to the north of Greenland. */
export const mapBounds = { left: -2715, right: 2715, top: 1390, bottom: -990 };

/** Width to height of what is shown. */
export const mapAspect = (mapBounds.right - mapBounds.left) / (mapBounds.top - mapBounds.bottom);
