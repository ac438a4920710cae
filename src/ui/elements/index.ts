/** The design system's browser scripts; imported by an island. Every page works without them. */
import './confirm-panel'
import './password-reveal'
