import { CUSTOM_ELEMENTS_SCHEMA, NgModule } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { CreatorDashboardComponent } from './creator-dashboard.component';

@NgModule({
  declarations: [CreatorDashboardComponent],
  imports: [BrowserModule],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  bootstrap: [CreatorDashboardComponent],
})
export class AppModule {}
