package org.mobiletoken.notification.reports;

/** The types that may be attached: pictures and text, which nothing has to unpack and nothing can run. */
public enum AttachmentType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    TEXT("text/plain", "txt");

    private final String mediaType;
    private final String extension;

    AttachmentType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }
}
