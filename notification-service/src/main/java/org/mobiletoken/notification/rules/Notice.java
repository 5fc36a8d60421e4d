package org.mobiletoken.notification.rules;

/** What a customer is told about; each has one text per language. */
public enum Notice {
    ENABLED("enabled"),
    SYNCHRONISED("synchronised"),
    DISABLED("disabled"),
    DEVICE_REPLACED("device-replaced"),
    EFFECTIVE("effective"),
    BIOMETRIC_ON("biometric-on"),
    BIOMETRIC_OFF("biometric-off"),
    FREEZE_WARNING("freeze-warning"),
    FROZEN("frozen"),
    FROZEN_PERMANENTLY("frozen-permanently"),
    UNFROZEN("unfrozen");

    private final String template;

    Notice(String template) {
        this.template = template;
    }

    public String template() {
        return template;
    }
}
