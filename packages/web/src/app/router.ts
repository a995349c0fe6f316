import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { parseSearch, readSearch, stringifySearch } from '../lib/search-params.ts';
import { RouteError } from './RouteError.tsx';
import { ScreenLoading } from './ScreenLoading.tsx';
import { Shell } from './Shell.tsx';
import { type ScreenEntry, screens } from './screens.ts';
import { UnknownScreen } from './UnknownScreen.tsx';

const rootRoute = createRootRoute({
  validateSearch: readSearch,
  component: Shell,
  notFoundComponent: UnknownScreen,
});

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/overview', search, replace: true });
  },
});

const routeOf = <Path extends ScreenEntry['path']>(path: Path) => {
  const entry = screens.find((screen) => screen.path === path);
  return createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: entry === undefined ? UnknownScreen : lazyRouteComponent(entry.load, 'Screen'),
    pendingComponent: ScreenLoading,
    errorComponent: RouteError,
  });
};

const customerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers/$customerId',
  component: lazyRouteComponent(() => import('../features/customers/CustomerScreen.tsx'), 'CustomerScreen'),
  pendingComponent: ScreenLoading,
  errorComponent: RouteError,
});

const routeTree = rootRoute.addChildren([
  startRoute,
  routeOf('/overview'),
  routeOf('/insights'),
  routeOf('/explore'),
  routeOf('/lab'),
  routeOf('/segments'),
  routeOf('/customers'),
  customerRoute,
  routeOf('/predict'),
  routeOf('/report'),
  routeOf('/rows'),
  routeOf('/data'),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
