import { enableProdMode } from '@angular/core';
import { platformBrowser } from '@angular/platform-browser';
import 'learner-elements/cdn/learner-elements.js';
import { AppModule } from './app/app.module';

enableProdMode();
platformBrowser()
  .bootstrapModule(AppModule)
  .catch((error) => console.error(error));
