package org.mobiletoken.bank.tour;

import java.util.regex.Pattern;
import org.mobiletoken.bank.SmsInbox;

/** The notices of the platform, known by their words in English, Traditional and Simplified Chinese. */
enum Notice {
    ENABLED("enabled in|啟用流動保安編碼|启用流动保安编码"),
    SYNCHRONISED("was synchronised|同步流動保安編碼|同步流动保安编码"),
    EFFECTIVE("in effect in|）生效"),
    DISABLED("disabled in|亦一併停用|亦一并停用"),
    BIOMETRIC_ON("biometric login was turned on|生物識別登入已於.*啟用|生物识别登录已于.*启用"),
    FROZEN("frozen on .* until|凍結至|冻结至"),
    UNFROZEN("unfrozen on|）解凍|）解冻");

    private final Pattern words;

    Notice(String words) {
        this.words = Pattern.compile(words);
    }

    boolean isSaidBy(SmsInbox.Message message) {
        return !message.hasCode() && words.matcher(message.text()).find();
    }
}
