package org.doorstep.app;

import android.os.Bundle;
import android.view.WindowManager;
import org.qtproject.qt.android.bindings.QtActivity;

/** The app's window. Keeps what it shows out of screenshots, screen sharing and the task switcher. */
public class DoorstepActivity extends QtActivity {
    @Override
    public void onCreate(Bundle savedInstanceState) {
        // Before the first frame, so that no preview is ever taken.
        getWindow().setFlags(WindowManager.LayoutParams.FLAG_SECURE, WindowManager.LayoutParams.FLAG_SECURE);
        super.onCreate(savedInstanceState);
    }
}
