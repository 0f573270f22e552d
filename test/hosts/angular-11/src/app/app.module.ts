import { ApplicationRef, CUSTOM_ELEMENTS_SCHEMA, DoBootstrap, NgModule } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { CreatorDashboardComponent } from './creator-dashboard.component';
import { StatisticsPageComponent } from './statistics-page.component';
import { StatisticsComponent } from './statistics.component';

@NgModule({
  declarations: [CreatorDashboardComponent, StatisticsComponent, StatisticsPageComponent],
  imports: [BrowserModule],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
})
export class AppModule implements DoBootstrap {
  /** The dashboard, or the page that every host has, at `/?statistics`. */
  ngDoBootstrap(application: ApplicationRef): void {
    if (location.search === '?statistics') application.bootstrap(StatisticsPageComponent, 'app-creator-dashboard');
    else application.bootstrap(CreatorDashboardComponent);
  }
}
