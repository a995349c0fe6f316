import '@fontsource-variable/inter/opsz.css';
import './styles/mantine.css';
import './styles/base.css';
import './styles/controls.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element #root to draw in');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
